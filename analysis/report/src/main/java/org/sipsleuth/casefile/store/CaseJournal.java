package org.sipsleuth.casefile.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.file.PathKind;
import org.sipsleuth.text.FileName;

/// The files beside a case that SQLite takes for its own, and what of them would let it change
/// other files.
///
/// Whoever opens a database whose journal is hot rolls its change back. A journal can end with a
/// super-journal record (file format of SQLite, section 3): the name of a file, which SQLite
/// removes then. Files of a write-ahead log are written, and shortened, as soon as they are there.
/// SipSleuth makes neither, nor links.
final class CaseJournal {

    private static final String ROLLBACK = "-journal";
    private static final List<String> WRITE_AHEAD = List.of("-wal", "-shm");

    /// The last bytes of a super-journal record, which is at the end of the file. Its length and
    /// checksum are not looked at: pages and their checksums do not end so.
    private static final byte[] END_OF_SUPER_JOURNAL = HexFormat.of().parseHex("d9d505f920a163d7");

    /// The first bytes of a journal. They are 0, with the number of pages after them, until its
    /// pages are on the disk.
    private static final byte[] BEGIN = END_OF_SUPER_JOURNAL;

    private static final int BEGIN_AND_PAGES = 12;
    private static final int SECTOR_BYTES_AT = 20;
    private static final int PAGE_BYTES_AT = 24;
    private static final int HEADER_BYTES = 28;
    private static final int LARGEST_PAGE = 1 << 16;

    private CaseJournal() {}

    /// Refuses what SQLite must not see; to be asked before it opens the case.
    static void check(Path file) throws CaseException {
        try {
            Path real = file.toRealPath();
            for (String ending : WRITE_AHEAD) {
                if (PathKind.of(beside(real, ending)) != PathKind.ABSENT) {
                    throw refused(file, real, ending, "belongs to a write-ahead log, which a case never has");
                }
            }
            PathKind kind = PathKind.of(beside(real, ROLLBACK));
            if (kind == PathKind.ABSENT) {
                return;
            }
            if (kind != PathKind.PLAIN_FILE) {
                throw refused(file, real, ROLLBACK, kind.predicate());
            }
            if (isForeign(beside(real, ROLLBACK))) {
                throw refused(file, real, ROLLBACK, "is not a journal, and would be removed");
            }
            if (namesSuperJournal(beside(real, ROLLBACK))) {
                throw refused(file, real, ROLLBACK, "names another file to be removed (a super-journal)");
            }
        } catch (CaseException refusal) {
            throw refusal;
        } catch (NoSuchFileException ended) {
            return; // the program that made it has just completed its change
        } catch (IOException unreadable) {
            throw new CaseException(Reason.FAILED, file, unreadable, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Path beside(Path real, String ending) {
        return FileName.sibling(real, FileName.string(real.getFileName()) + ending);
    }

    private static CaseException refused(Path file, Path real, String ending, String predicate) {
        return new CaseException(Reason.FOREIGN_JOURNAL, file, null, FileName.text(beside(real, ending)), predicate);
    }

    /// Whether a file cannot be a journal that SQLite has begun. SQLite would write into it, and
    /// remove it, all the same. An empty one is of a change that had not begun.
    private static boolean isForeign(Path journal) throws IOException {
        byte[] header;
        try (InputStream in = Files.newInputStream(journal, LinkOption.NOFOLLOW_LINKS)) {
            header = in.readNBytes(HEADER_BYTES);
        }
        if (header.length < HEADER_BYTES) {
            return header.length > 0;
        }
        boolean isBegun = Arrays.equals(header, 0, BEGIN.length, BEGIN, 0, BEGIN.length);
        boolean isAwaited = Arrays.equals(header, 0, BEGIN_AND_PAGES, new byte[BEGIN_AND_PAGES], 0, BEGIN_AND_PAGES);
        ByteBuffer numbers = ByteBuffer.wrap(header);
        return !(isBegun || isAwaited) || !isPowerOfTwo(numbers.getInt(SECTOR_BYTES_AT))
                || !isPowerOfTwo(numbers.getInt(PAGE_BYTES_AT));
    }

    private static boolean isPowerOfTwo(int bytes) {
        return bytes > 0 && bytes <= LARGEST_PAGE && Integer.bitCount(bytes) == 1;
    }

    private static boolean namesSuperJournal(Path journal) throws IOException {
        int length = END_OF_SUPER_JOURNAL.length;
        try (InputStream in = Files.newInputStream(journal, LinkOption.NOFOLLOW_LINKS)) {
            long bytes = Files.size(journal);
            if (bytes < length) {
                return false;
            }
            in.skipNBytes(bytes - length);
            return Arrays.equals(in.readNBytes(length), END_OF_SUPER_JOURNAL);
        }
    }

    /// Whether a change was interrupted, or is being made. A journal that is empty, or begins with
    /// 0, is of a change that had not begun or was completed; SQLite passes over it, too.
    static boolean isHot(Path file) throws IOException {
        return isHotJournal(beside(file.toRealPath(), ROLLBACK));
    }

    private static boolean isHotJournal(Path journal) throws IOException {
        PathKind kind = PathKind.of(journal);
        if (kind != PathKind.PLAIN_FILE) {
            return kind != PathKind.ABSENT;
        }
        try (InputStream in = Files.newInputStream(journal, LinkOption.NOFOLLOW_LINKS)) {
            return in.read() > 0;
        } catch (NoSuchFileException ended) {
            return false;
        }
    }

    /// Refuses to have a new case where SQLite would take such files for its own.
    ///
    /// @param file need not exist
    static void requireNone(Path file) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file;
        if (isHotJournal(beside(place, ROLLBACK))) {
            throw left(file, beside(place, ROLLBACK));
        }
        for (String ending : WRITE_AHEAD) {
            if (PathKind.of(beside(place, ending)) != PathKind.ABSENT) {
                throw left(file, beside(place, ending));
            }
        }
    }

    private static CaseException left(Path file, Path left) {
        return new CaseException(Reason.JOURNAL_LEFT, file, null, FileName.text(left));
    }
}
