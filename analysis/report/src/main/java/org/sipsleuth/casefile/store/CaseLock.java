package org.sipsleuth.casefile.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.file.LockFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.text.FileName;

/// The right to change a case, which one program has at a time: a lock on the file
/// `.NAME.sipsleuth-lock` beside it. Earlier versions locked `NAME.lock`; such a lock is
/// respected, and its file only read.
final class CaseLock implements Closeable {

    private static final String UNKNOWN = "another program";

    private final LockFile lock;

    private CaseLock(LockFile lock) {
        this.lock = lock;
    }

    /// Takes the lock. The case need not exist, but its folder must.
    ///
    /// @return null if another program, or this one, has it
    /// @throws CaseException if something else lies in the place of the lock
    /// @throws IOException if the file of the lock cannot be written
    static @Nullable CaseLock take(Path file, Author author) throws IOException {
        Path real = real(file);
        String holder =
                "%s (process %d, since %s)".formatted(author.name(), ProcessHandle.current().pid(), author.now());
        LockFile lock;
        try {
            lock = LockFile.take(beside(real), holder);
        } catch (OutputRefusedException foreign) {
            throw new CaseException(Reason.FOREIGN_LOCK, file, foreign, String.valueOf(foreign.getMessage()));
        }
        if (lock == null) {
            return null;
        }
        if (LockFile.holderOfOld(oldBeside(real)).isPresent()) {
            lock.close();
            return null;
        }
        return new CaseLock(lock);
    }

    private static Path real(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    }

    private static Path beside(Path real) {
        return FileName.sibling(real, "." + FileName.string(real.getFileName()) + LockFile.ENDING);
    }

    private static Path oldBeside(Path real) {
        return FileName.sibling(real, FileName.string(real.getFileName()) + ".lock");
    }

    /// Who holds the lock, as far as that is known.
    static String holder(Path file) throws IOException {
        Path real = real(file);
        Optional<String> holder = LockFile.holder(beside(real)).or(() -> LockFile.holderOfOld(oldBeside(real)));
        return holder.filter(name -> !name.isEmpty()).orElse(UNKNOWN);
    }

    /// Whether the file of the lock can be made, and the case be written.
    static boolean isPossible(Path file) {
        try {
            Path folder = real(file).getParent();
            return folder != null && Files.isWritable(folder) && Files.isWritable(file);
        } catch (IOException noFolder) {
            return false;
        }
    }

    /// Whether this process has it.
    static boolean isOwn(Path file) throws IOException {
        return LockFile.isOwn(beside(real(file)));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
