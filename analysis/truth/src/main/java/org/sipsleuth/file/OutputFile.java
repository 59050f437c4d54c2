package org.sipsleuth.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.text.FileName;

/// A file that a user asked for: checked before any work begins, written beside its place under
/// another name, and moved there when it is complete. The one way in which files are written.
///
/// Inputs, captures that SipSleuth did not write and the ground truth of captures are never
/// replaced; other files only if the [OutputRules] allow it. What is written is readable by its
/// owner only (mode 600); a file that replaces another takes over its permissions. Contents and
/// directory are synchronised with the disk.
public final class OutputFile implements Closeable {

    /// Writes all that shall be in a file.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path place;
    private final OutputRules rules;
    private final @Nullable Path companionOf;
    private final @Nullable OutputStream receiver;
    private @Nullable UnfinishedFile unfinished;
    private @Nullable OutputStream stream;

    private OutputFile(Path target, Path place, OutputRules rules, @Nullable Path companionOf,
            @Nullable OutputStream receiver) {
        this.target = target;
        this.place = place;
        this.rules = rules;
        this.companionOf = companionOf;
        this.receiver = receiver;
    }

    /// An output at this place. Nothing is made yet, so it need not be closed before it is written.
    ///
    /// @throws OutputRefusedException if something is there that must stay
    /// @throws OutputFailedException if it cannot be written: its directory is missing, or not
    ///     writable
    public static OutputFile at(Path target, OutputRules rules) throws IOException {
        return checked(target, rules, null);
    }

    /// The ground truth or provenance of a capture, to be written together with it.
    ///
    /// @param capture the capture, as [#at] was given it
    /// @param ending [CaptureCompanion#TRUTH] or [CaptureCompanion#PROVENANCE]
    /// @throws IOException as [#at] does
    public static OutputFile companion(Path capture, String ending, OutputRules rules) throws IOException {
        return checked(CaptureCompanion.beside(capture, ending), rules, capture.toAbsolutePath());
    }

    /// An output that goes to a stream, such as standard output. The content is kept in the
    /// directory of temporary files and sent when it is complete, so that the stream gets all of it
    /// or nothing. Nothing that exists is replaced, hence there is nothing to check.
    ///
    /// @param name stands for the stream in messages
    /// @param receiver gets the content; it stays open
    public static OutputFile to(String name, OutputStream receiver) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), name).toAbsolutePath();
        return new OutputFile(Path.of(name), temporary, OutputRules.NEW_FILES, null, receiver);
    }

    /// An output that nobody wants, such as the companion of a capture that goes to a stream.
    public static OutputFile discarded() {
        return to("discarded", OutputStream.nullOutputStream());
    }

    private static OutputFile checked(Path target, OutputRules rules, @Nullable Path companionOf) throws IOException {
        OutputFile file = new OutputFile(target, place(target), rules, companionOf, null);
        file.check();
        return file;
    }

    /// Writes a file whole, or not at all.
    ///
    /// @throws IOException as [#at] and [#commit] do, or what the content throws
    public static void write(Path target, OutputRules rules, Content content) throws IOException {
        at(target, rules).write(content);
    }

    /// Links are followed, so that what they point at is checked and replaced, and they stay.
    private static Path place(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        if (!Files.isSymbolicLink(absolute)) {
            return absolute;
        }
        try {
            return absolute.toRealPath();
        } catch (FileSystemException dangling) {
            return absolute;
        }
    }

    private void check() throws IOException {
        if (receiver != null) {
            return;
        }
        ExistingFile.check(target, place, rules, companionOf);
        Path directory = place.getParent();
        if (directory == null) {
            throw new OutputRefusedException(FileName.text(target) + ": is a directory; name a file");
        }
        if (!Files.isDirectory(directory)) {
            throw new OutputFailedException(target, "there is no directory %s".formatted(directory));
        }
        if (!Files.isWritable(directory)) {
            throw new OutputFailedException(target, "no permission to write in %s".formatted(directory));
        }
    }

    /// The file, as the user named it, or the name of the stream.
    public Path target() {
        return target;
    }

    /// Writes all of it, and puts it in its place.
    ///
    /// @throws IOException as [#commit] does, or what the content throws
    public void write(Content content) throws IOException {
        try (this) {
            content.writeTo(stream());
            commit();
        }
    }

    /// The same with a text, as UTF-8.
    public void write(String text) throws IOException {
        write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Takes the content. Closing it does nothing; its failures are [OutputFailedException]s.
    public OutputStream stream() throws IOException {
        if (stream == null) {
            stream = new BufferedOutputStream(Channels.newOutputStream(channel()), BUFFER_BYTES);
        }
        return stream;
    }

    /// Takes the content, instead of [#stream].
    public WritableByteChannel channel() throws IOException {
        return new Guarded(target, unfinished().channel());
    }

    /// Where the content is until it is committed, to be checked there as a file.
    ///
    /// @throws OutputFailedException if it cannot be written
    public Path written() throws IOException {
        stream().flush();
        return unfinished().path();
    }

    private UnfinishedFile unfinished() throws IOException {
        if (unfinished == null) {
            try {
                unfinished = UnfinishedFile.create(directory());
            } catch (IOException obstacle) {
                throw new OutputFailedException(target, obstacle);
            }
        }
        return unfinished;
    }

    /// The directory in which it is written; of an output that goes to a stream, that of temporary
    /// files.
    public Path directory() {
        return Objects.requireNonNull(place.getParent());
    }

    /// Puts what was written in its place.
    ///
    /// @throws OutputRefusedException if by now something is there that must stay
    /// @throws OutputFailedException if it cannot be written
    public void commit() throws IOException {
        commit(List.of(this));
    }

    /// Puts files in their places that belong together: all of them, or none. A capture comes
    /// before its companion, which until then shows that the capture may be replaced.
    ///
    /// @throws IOException as [#commit()] does
    public static void commit(List<OutputFile> files) throws IOException {
        for (OutputFile file : files) {
            file.finish();
        }
        List<OutputFile> added = new ArrayList<>();
        for (OutputFile file : files) {
            try {
                if (file.put()) {
                    added.add(file);
                }
            } catch (IOException obstacle) {
                for (OutputFile withdrawn : added) {
                    Files.deleteIfExists(withdrawn.place);
                }
                throw obstacle;
            }
        }
        for (OutputFile file : files) {
            file.synchroniseDirectory();
            file.close();
        }
    }

    /// Writes what is buffered to the disk, and looks whether the place is still free.
    private void finish() throws IOException {
        if (stream != null) {
            stream.flush();
        }
        try {
            if (receiver == null) {
                unfinished().channel().force(true);
            }
        } catch (OutputFailedException known) {
            throw known;
        } catch (IOException obstacle) {
            throw new OutputFailedException(target, obstacle);
        }
        check();
    }

    /// @return whether there was nothing in its place before
    private boolean put() throws IOException {
        Path from = unfinished().path();
        if (receiver != null) {
            Files.copy(from, receiver);
            receiver.flush();
            return false;
        }
        try {
            if (Files.exists(place)) {
                check();
                takeOverPermissions(from);
                Files.move(from, place, StandardCopyOption.ATOMIC_MOVE);
                return false;
            }
            putNew(from);
            return true;
        } catch (FileAlreadyExistsException meanwhile) {
            throw new OutputRefusedException(
                    FileName.text(target) + ": another program has just made a file of this name; choose another name");
        } catch (OutputRefusedException | OutputFailedException known) {
            throw known;
        } catch (IOException obstacle) {
            throw new OutputFailedException(target, obstacle);
        }
    }

    /// A hard link never replaces anything. Where the file system has none, an empty file reserves
    /// the place.
    private void putNew(Path from) throws IOException {
        try {
            Files.createLink(place, from);
        } catch (FileAlreadyExistsException meanwhile) {
            throw meanwhile;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (Files.notExists(from)) { // deleted, since the program is ending
                throw noLinks;
            }
            FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
            Files.move(from, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void takeOverPermissions(Path from) throws IOException {
        PosixFileAttributeView now = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        if (now != null) {
            Set<PosixFilePermission> permissions = now.readAttributes().permissions();
            Files.setPosixFilePermissions(from, permissions);
        }
    }

    /// Makes the new name last when the power fails. Not every system can do it.
    private void synchroniseDirectory() {
        if (receiver != null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    /// Removes what was not put in its place.
    @Override
    public void close() throws IOException {
        UnfinishedFile its = unfinished;
        if (its != null) {
            unfinished = null;
            stream = null;
            its.close();
        }
    }

    /// The channel of the content, whose failures name the file.
    private record Guarded(Path target, FileChannel channel) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            try {
                return channel.write(bytes);
            } catch (IOException obstacle) {
                throw new OutputFailedException(target, obstacle);
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        /// It is closed when the file is.
        @Override
        public void close() {}
    }
}
