// Predicts on the server that the page came from.
export const where = `It computes on ${location.host}; the page sends it 28 × 28 numbers and gets the answer with all maps.`;

// While the network is trained, the server tells how far it is.
export function ready(tell) {
  return new Promise((done, failed) => {
    const events = new EventSource("progress");
    const end = act => { events.close(); act(); };
    events.addEventListener("training", ({ data }) => {
      const { share, text } = JSON.parse(data);
      tell(text, share);
    });
    events.addEventListener("ready", () => end(done));
    events.addEventListener("failed", ({ data }) => end(() => failed(new Error(JSON.parse(data).error))));
    events.addEventListener("error", () => { if (events.readyState === EventSource.CLOSED) failed(new Error("The server does not answer.")); });
  });
}

export async function facts() {
  return (await fetch("network")).json();
}

export async function read(pixels) {
  let response;
  try {
    response = await fetch("predict?maps=true", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ pixels: Array.from(pixels, ink => Math.round(ink * 1000) / 1000) }),
    });
  } catch {
    throw new Error("The server does not answer any more: start it again, and draw on.");
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
