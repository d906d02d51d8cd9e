using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies a shared library and lets the loader do without one version of a library that it needs, provided that nothing in it
/// refers to a symbol of that version. In all other cases the copy is the same as the original.
/// </summary>
public sealed class MarkVersionAsWeak : Task
{
    /// <summary>The shared library, which is only read.</summary>
    [Required]
    public string Library { get; set; }

    /// <summary>Where the copy goes. A file that is there is replaced, not written into: other names may stand for it.</summary>
    [Required]
    public string Mended { get; set; }

    /// <summary>The version's name.</summary>
    [Required]
    public string Version { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(Library);
            string outcome = new SharedLibrary(bytes).MarkAsWeak(Version);
            Log.LogMessage(MessageImportance.Low, "{0}: {1} {2}.", Library, Version, outcome);

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Mended)));
            string part = Mended + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(part, bytes);
            File.Delete(Mended);
            File.Move(part, Mended);
        }
        catch (Exception error) when (error is IOException || error is UnauthorizedAccessException)
        {
            Log.LogError("{0} cannot be copied to {1}: {2}", Library, Mended, error.Message);
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>What the System V ABI for x86-64 and its GNU extensions say about a shared library's dynamic symbols.</summary>
    private sealed class SharedLibrary
    {
        private const ushort MachineX64 = 62;
        private const uint Relocations = 4, DynamicSymbols = 11, VersionNeeds = 0x6ffffffe, SymbolVersions = 0x6fffffff;
        private const byte Weak = 2;

        // The upper bit of a symbol's version says that the symbol is hidden.
        private const int VersionIndex = 0x7fff;

        private readonly byte[] _bytes;
        private readonly List<Section> _sections;

        public SharedLibrary(byte[] bytes)
        {
            _bytes = bytes;
            _sections = IsElfOfX64 ? ReadSections() : new List<Section>();
        }

        private bool IsElfOfX64 => _bytes.Length > 64 && UInt32(0) == 0x464c457f && _bytes[4] == 2 && UInt16(18) == MachineX64;

        /// <summary>Sets the mark if it may be set, and says what was found.</summary>
        public string MarkAsWeak(string version)
        {
            int need = Needs().FirstOrDefault(entry => Name(entry) == version);
            if (need == 0)
            {
                return "is not needed";
            }

            if ((_bytes[need + 4] & Weak) != 0)
            {
                return "is weak already";
            }

            if (IsReferredTo(UInt16(need + 6) & VersionIndex))
            {
                return "is referred to, and stays needed";
            }

            _bytes[need + 4] |= Weak;
            return "is marked as weak: nothing refers to it";
        }

        // Where the entries of .gnu.version_r are: for each library (Verneed) its versions (Vernaux), both as chains of distances.
        private IEnumerable<int> Needs()
        {
            foreach (Section section in OfType(VersionNeeds))
            {
                int distance = 0;
                for (int library = section.Offset; library == section.Offset || distance != 0; library += distance)
                {
                    int version = library + Int32(library + 8);
                    for (int left = UInt16(library + 2); left > 0; left--)
                    {
                        yield return version;
                        version += Int32(version + 12);
                    }

                    distance = Int32(library + 12);
                }
            }
        }

        private string Name(int need)
        {
            Section strings = _sections[OfType(VersionNeeds).First().Link];
            int start = strings.Offset + Int32(need + 8);
            return Encoding.ASCII.GetString(_bytes, start, Array.IndexOf(_bytes, (byte)0, start) - start);
        }

        private bool IsReferredTo(int version)
        {
            Section versions = OfType(SymbolVersions).First();
            return OfType(Relocations)
                .Where(section => _sections[section.Link].Type == DynamicSymbols)
                .SelectMany(section => Enumerable.Range(0, section.Size / 24).Select(index => Int32(section.Offset + 24 * index + 12)))
                .Any(symbol => (UInt16(versions.Offset + 2 * symbol) & VersionIndex) == version);
        }

        private IEnumerable<Section> OfType(uint type) => _sections.Where(section => section.Type == type);

        private List<Section> ReadSections()
        {
            int table = Int32(40), size = UInt16(58);
            return Enumerable.Range(0, UInt16(60)).Select(index => ReadSection(table + size * index)).ToList();
        }

        private Section ReadSection(int header) => new Section
        {
            Type = UInt32(header + 4),
            Offset = Int32(header + 24),
            Size = Int32(header + 32),
            Link = Int32(header + 40),
        };

        private ushort UInt16(int offset) => BitConverter.ToUInt16(_bytes, offset);

        private uint UInt32(int offset) => BitConverter.ToUInt32(_bytes, offset);

        private int Int32(int offset) => BitConverter.ToInt32(_bytes, offset);
    }

    private struct Section
    {
        public uint Type;
        public int Offset;
        public int Size;
        public int Link;
    }
}
