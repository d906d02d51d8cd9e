namespace CnnGen.Samples.DrawADigit.Server.Requests;

/// <summary>Reads what a request brings along, as far as it is allowed to.</summary>
internal static class RequestBody
{
    public const int MostJsonBytes = 64 << 10;

    public const int MostPictureBytes = 1 << 20;

    private const int FirstRoom = 16 << 10;

    /// <param name="request">The request.</param>
    /// <param name="most">So many bytes at most.</param>
    /// <param name="what">What is read: 'JSON'.</param>
    /// <exception cref="RequestException">There are more, or none.</exception>
    public static async Task<byte[]> Read(HttpRequest request, int most, string what)
    {
        if (request.ContentLength > most)
        {
            throw TooLarge(most, what);
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? FirstRoom));
        var part = new byte[FirstRoom];
        int count;
        while ((count = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0)
        {
            body.Write(part, 0, count);
            if (body.Length > most)
            {
                throw TooLarge(most, what);
            }
        }

        return body.Length > 0 ? body.ToArray() : throw new RequestException(StatusCodes.Status400BadRequest, $"The body is empty; {PredictEndpoint.Expected}.");
    }

    private static RequestException TooLarge(int most, string what) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is too large: {what} may have {most >> 10} KB.");
}
