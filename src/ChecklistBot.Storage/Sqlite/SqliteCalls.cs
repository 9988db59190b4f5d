using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>What a statement needs of SQLite's own interface (sqlite3.h), called without a detour, since a turn calls it some hundred times. Text and
/// bytes are copied by SQLite.</summary>
/// <remarks>The handles are those of a statement that is in use by one thread and not yet finalised.</remarks>
[SuppressMessage("Security", "CA5393:Do not use unsafe DllImportSearchPath value", Justification = "The library comes with the program and lies beside it.")]
internal static partial class SqliteCalls
{
    /// <summary>Has SQLite copy what it is given before the call returns (SQLITE_TRANSIENT).</summary>
    private const nint Transient = -1;

    private const DllImportSearchPath Where = DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;

    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    [DefaultDllImportSearchPaths(Where)]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    [DefaultDllImportSearchPaths(Where)]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [DefaultDllImportSearchPaths(Where)]
    public static partial int BindNull(nint statement, int parameter);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [DefaultDllImportSearchPaths(Where)]
    public static partial int BindNumber(nint statement, int parameter, long value);

    /// <param name="statement">The statement.</param>
    /// <param name="parameter">From 1.</param>
    /// <param name="text">In UTF-8.</param>
    public static unsafe int BindText(nint statement, int parameter, ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text)
            return BindText(statement, parameter, NotNull(start), text.Length, Transient);
    }

    public static unsafe int BindBytes(nint statement, int parameter, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
            return BindBytes(statement, parameter, NotNull(start), bytes.Length, Transient);
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(Where)]
    public static partial int TypeOf(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(Where)]
    public static partial long Number(nint statement, int column);

    /// <summary>In UTF-8; valid until the next step or reset.</summary>
    /// <exception cref="InvalidDataException">There is no value.</exception>
    public static unsafe ReadOnlySpan<byte> Text(nint statement, int column)
    {
        var start = TextAt(statement, column);
        return start is null
            ? throw new InvalidDataException("A value that should never be missing is missing in the database.")
            : new ReadOnlySpan<byte>(start, LengthOf(statement, column));
    }

    // A pointer to nothing would be taken for NULL, which is something else than nothing.
    private static unsafe byte* NotNull(byte* start) => start is null ? (byte*)1 : start;

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    [DefaultDllImportSearchPaths(Where)]
    private static unsafe partial int BindText(nint statement, int parameter, byte* text, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    [DefaultDllImportSearchPaths(Where)]
    private static unsafe partial int BindBytes(nint statement, int parameter, byte* bytes, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_text")]
    [DefaultDllImportSearchPaths(Where)]
    private static unsafe partial byte* TextAt(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [DefaultDllImportSearchPaths(Where)]
    private static partial int LengthOf(nint statement, int column);
}
