using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace ChecklistBot.Storage.Copying;

/// <summary>A running digest over a table's rows. Each value goes in with its kind and length, so that no two different rows look the same.</summary>
internal sealed class RowHash(CopiedTable table) : IDisposable
{
    private const byte Empty = 0;
    private const byte Number = 1;
    private const byte Words = 2;
    private const byte Raw = 3;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> row = new(4096);

    public long Rows { get; private set; }

    /// <summary>Takes in the row that the reader stands on.</summary>
    public void Add(DbDataReader reader)
    {
        row.ResetWrittenCount();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            if (reader.IsDBNull(i))
                Mark(Empty);
            else if (table.Columns[i].Kind == StoredKind.Integer)
                Add(reader.GetInt64(i));
            else if (table.Columns[i].Kind == StoredKind.Text)
                Add(reader.GetString(i));
            else
                Add(reader.GetFieldValue<byte[]>(i));
        }

        hash.AppendData(row.WrittenSpan);
        Rows++;
    }

    /// <summary>Over everything that was taken in.</summary>
    public TableDigest Digest() => new(Rows, Convert.ToHexString(hash.GetCurrentHash()));

    public void Dispose() => hash.Dispose();

    private void Add(long number)
    {
        Mark(Number);
        BinaryPrimitives.WriteInt64LittleEndian(row.GetSpan(sizeof(long)), number);
        row.Advance(sizeof(long));
    }

    private void Add(string text)
    {
        Mark(Words);
        Length(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, row);
    }

    private void Add(byte[] bytes)
    {
        Mark(Raw);
        Length(bytes.Length);
        row.Write(bytes);
    }

    private void Mark(byte kind) => row.Write([kind]);

    private void Length(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(row.GetSpan(sizeof(int)), length);
        row.Advance(sizeof(int));
    }
}
