package org.sipsleuth.find;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.folder.PrivateFolder;
import org.sipsleuth.text.FileName;

/// Keeps the entries of captures in a folder of the cache: a file for each capture, in a folder for
/// each folder of captures, named by hashes. A file is written under another name and moved into its
/// place, so that it is whole or absent; one that is damaged, cut, or of another version counts as
/// absent. Holds the path of the capture, and no text of messages.
final class EntryStore {

    private static final int MAGIC = 0x53495046;
    private static final int VERSION = 3;
    private static final String ENDING = ".entry";
    private static final String UNFINISHED = ".part";
    private static final int NAME_DIGITS = 32;

    /// No entry takes so long to write.
    private static final Duration UNTIL_ABANDONED = Duration.ofHours(1);

    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

    private final Path cache;
    private final String reading;

    /// Where the entries of folders of captures are.
    private final Map<Path, Path> folders = new ConcurrentHashMap<>();

    /// The entries that were asked for.
    private final Set<Path> used = ConcurrentHashMap.newKeySet();

    /// @param cache where the entries are; made when the first is stored
    /// @param options how the captures are read: entries are of no use for other key logs
    EntryStore(Path cache, ReadOptions options) throws IOException {
        this.cache = cache;
        StringBuilder how = new StringBuilder(options.unpackLimit().toString());
        for (Path log : options.keyLogs()) {
            how.append('\n').append(log.toAbsolutePath()).append(' ').append(FileState.of(log));
        }
        reading = hash(how.toString());
    }

    /// Where the entries of the captures in a folder are.
    private Path folder(Path capture) throws IOException {
        Path parent = Objects.requireNonNull(capture.toAbsolutePath().getParent());
        Path known = folders.get(parent);
        if (known == null) {
            known = cache.resolve(hash(reading + "\n" + parent.toRealPath()));
            folders.put(parent, known);
        }
        return known;
    }

    /// A file that is renamed within its folder keeps its entry.
    private Path place(Path capture, FileState state) throws IOException {
        String name = state.inode().isEmpty() ? FileName.last(capture) : state.inode();
        Path place = folder(capture).resolve(hash(name) + ENDING);
        used.add(place);
        return place;
    }

    private static String hash(String text) {
        MessageDigest digest = FileState.digest();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, NAME_DIGITS);
    }

    /// The entry of a capture as it was stored; empty if there is none that is whole, or if the file
    /// has changed without being renamed.
    Optional<CaptureEntry> load(Path capture, FileState state) throws IOException {
        Path place = place(capture, state);
        if (Files.notExists(place)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()), capture, state);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<CaptureEntry> read(MemorySegment file, Path capture, FileState now) throws IOException {
        long body = file.byteSize() - Long.BYTES;
        if (body < 2 * Integer.BYTES
                || file.get(ValueLayout.JAVA_LONG_UNALIGNED, body) != checksum(file.asSlice(0, body))) {
            return Optional.empty();
        }
        int length = file.get(ValueLayout.JAVA_INT_UNALIGNED, 0);
        DataInputStream in = head(file, length);
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            return Optional.empty();
        }
        boolean hasSameName = in.readUTF().equals(FileName.string(capture.toAbsolutePath()));
        FileState state = new FileState(in.readLong(), in.readLong(), in.readLong(), in.readUTF());
        if (hasSameName && !state.equals(now)) {
            return Optional.empty();
        }
        String edges = in.readUTF();
        long messages = in.readLong();
        long dialogs = in.readLong();
        Span span = new Span(in.readLong(), in.readLong());
        Optional<Damage> damage = in.readBoolean()
                ? Optional.of(new Damage(in.readLong(), in.readUTF(), Damage.Kind.valueOf(in.readUTF())))
                : Optional.empty();
        long from = Integer.BYTES + (long) length;
        KeySet[] sets = new KeySet[3];
        for (int i = 0; i < sets.length; i++) {
            long bytes = in.readLong();
            if (bytes < 0 || bytes > body - from) {
                return Optional.empty();
            }
            sets[i] = KeySet.of(file.asSlice(from, bytes));
            from += bytes;
        }
        return Optional.of(new CaptureEntry(state, edges, messages, dialogs, span, damage, sets[0], sets[1], sets[2]));
    }

    /// What is before the keys.
    ///
    /// @throws EOFException if the file has no such part
    private static DataInputStream head(MemorySegment file, int length) throws IOException {
        if (length < 0 || length > file.byteSize() - Integer.BYTES) {
            throw new EOFException();
        }
        byte[] head = file.asSlice(Integer.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        return new DataInputStream(new ByteArrayInputStream(head));
    }

    /// Removes the entries of captures that are gone from the folders that were asked about, and what a
    /// killed program left unfinished.
    void removeGone() {
        for (Path folder : folders.values()) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path each : all) {
                    if (!used.contains(each) && isGone(each)) {
                        Files.deleteIfExists(each);
                    }
                }
            } catch (IOException | DirectoryIteratorException unreadable) {
                // what stays costs a little space
            }
        }
    }

    private static boolean isGone(Path entry) throws IOException {
        String name = FileName.last(entry);
        boolean isOwn = name.endsWith(ENDING) || name.endsWith(UNFINISHED);
        if (!isOwn || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (name.endsWith(UNFINISHED)) {
            return Files.getLastModifiedTime(entry).toInstant().plus(UNTIL_ABANDONED).isBefore(Instant.now());
        }
        try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.READ)) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            if (file.byteSize() < Integer.BYTES) {
                return true;
            }
            DataInputStream in = head(file, file.get(ValueLayout.JAVA_INT_UNALIGNED, 0));
            return in.readInt() != MAGIC || in.readInt() != VERSION || Files.notExists(FileName.path(in.readUTF()));
        } catch (EOFException | UTFDataFormatException | InvalidPathException damaged) {
            return true;
        }
    }

    private static long checksum(MemorySegment bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes.asByteBuffer());
        return sum.getValue();
    }

    /// Stores an entry in place of the one before.
    void store(Path capture, CaptureEntry entry) throws IOException {
        Path place = place(capture, entry.state());
        Path folder = folder(capture);
        PrivateFolder.make(cache);
        PrivateFolder.make(folder);
        byte[] head = head(capture.toAbsolutePath(), entry);
        CRC32 sum = new CRC32();
        Path unfinished = Files.createTempFile(folder, ".", UNFINISHED); // for the user alone
        try {
            try (FileChannel out = FileChannel.open(unfinished, Set.of(StandardOpenOption.WRITE))) {
                write(out, ByteBuffer.allocate(Integer.BYTES).order(NATIVE).putInt(head.length).flip(), sum);
                write(out, ByteBuffer.wrap(head), sum);
                for (KeySet set : sets(entry).toList()) {
                    write(out, set.bytes().asByteBuffer(), sum);
                }
                long value = sum.getValue();
                write(out, ByteBuffer.allocate(Long.BYTES).order(NATIVE).putLong(value).flip(), sum);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Stream<KeySet> sets(CaptureEntry entry) {
        return Stream.of(entry.callIds(), entry.users(), entry.hosts());
    }

    private static void write(FileChannel out, ByteBuffer bytes, CRC32 sum) throws IOException {
        sum.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static byte[] head(Path capture, CaptureEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(FileName.string(capture));
        out.writeLong(entry.state().bytes());
        out.writeLong(entry.state().modifiedNanos());
        out.writeLong(entry.state().changedNanos());
        out.writeUTF(entry.state().inode());
        out.writeUTF(entry.edges());
        out.writeLong(entry.messages());
        out.writeLong(entry.dialogs());
        out.writeLong(entry.span().fromNanos());
        out.writeLong(entry.span().toNanos());
        out.writeBoolean(entry.damage().isPresent());
        if (entry.damage().isPresent()) {
            out.writeLong(entry.damage().get().offset());
            out.writeUTF(entry.damage().get().what());
            out.writeUTF(entry.damage().get().kind().name());
        }
        for (KeySet set : sets(entry).toList()) {
            out.writeLong(set.bytes().byteSize());
        }
        return bytes.toByteArray();
    }
}
