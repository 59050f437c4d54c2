package org.sipsleuth.dialog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.part.BlockSource;
import org.sipsleuth.dialog.part.BlockWork;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.MessageConsumer;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.Part;

/// Builds a [SipIndex]: opens the capture files, reads them side by side in the order of time, and
/// publishes what is known so far.
///
/// TLS is decrypted with the key logs and with the secrets inside the captures. Where a capture has
/// secrets only after the packets that need them, everything is read once more; so it is where
/// other messages show what headers that the capture cut off belong to.
public final class CaptureIndexer {

    private final List<CaptureFile> captures;
    private final KeyLog keys;
    private final boolean countsOnce;
    private final RunMonitor monitor;
    private final Supplier<BlockSource> source;

    private CaptureIndexer(List<CaptureFile> captures, KeyLog keys, boolean countsOnce, RunMonitor monitor,
            Supplier<BlockSource> source) {
        this.captures = captures;
        this.keys = keys;
        this.countsOnce = countsOnce;
        this.monitor = monitor;
        this.source = source;
    }

    /// Reads capture files.
    ///
    /// @param files at least one
    /// @param monitor gets the bytes read
    /// @throws org.sipsleuth.capture.CaptureFormatException if one of them is no capture
    /// @throws IOException if one of them cannot be opened, or if there is no room for temporary
    /// files
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if one of them changed
    public static SipIndex read(List<Path> files, RunMonitor monitor) throws IOException {
        return read(files, ReadOptions.NONE, monitor);
    }

    /// The same, with options.
    ///
    /// @throws IOException also if a key log cannot be read
    public static SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor) throws IOException {
        return index(files, options, monitor, null);
    }

    /// The same, for one of several captures that are read at once, so that no other processor helps.
    ///
    /// @throws IOException also if a key log cannot be read
    public static SipIndex readBesideOthers(List<Path> files, ReadOptions options, RunMonitor monitor)
            throws IOException {
        return index(files, options, monitor, null, () -> new BlockWork(1));
    }

    /// The same, and publishes partial results: `partial` gets an index of all that has been read,
    /// first at once and then at growing intervals, on the reading thread. Each is immutable and
    /// stays valid.
    public static SipIndex read(List<Path> files, RunMonitor monitor, Consumer<SipIndex> partial) throws IOException {
        return read(files, ReadOptions.NONE, monitor, partial);
    }

    /// The same, with options.
    ///
    /// @throws IOException also if a key log cannot be read
    public static SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException {
        return index(files, options, monitor, partial);
    }

    /// Reads capture files only to summarise them, which takes less time and memory than an index.
    ///
    /// @return one summary for each file, in the order they were given
    public static List<CaptureSummary> summarize(List<Path> files, ReadOptions options, RunMonitor monitor)
            throws IOException {
        CaptureIndexer indexer = open(files, options, monitor, CaptureIndexer::work);
        return opened(indexer.captures).verified(indexer::summaries);
    }

    /// The files as they were when they were opened, but for ring files.
    static OpenedFiles opened(List<CaptureFile> captures) {
        return new OpenedFiles(captures.stream().flatMap(capture -> capture.opened().stream()).toList());
    }

    private static SipIndex index(List<Path> files, ReadOptions options, RunMonitor monitor,
            @Nullable Consumer<SipIndex> partial) throws IOException {
        return index(files, options, monitor, partial, CaptureIndexer::work);
    }

    private static BlockSource work() {
        return new BlockWork(Runtime.getRuntime().availableProcessors());
    }

    /// The same, by parts of the files that are read in another way.
    ///
    /// @param source asked once for each time that the files are read
    static SipIndex index(List<Path> files, ReadOptions options, RunMonitor monitor,
            @Nullable Consumer<SipIndex> partial, Supplier<BlockSource> source) throws IOException {
        CaptureIndexer indexer = open(files, options, monitor, source);
        return opened(indexer.captures).verified(() -> indexer.index(partial));
    }

    private static CaptureIndexer open(List<Path> files, ReadOptions options, RunMonitor monitor,
            Supplier<BlockSource> source) throws IOException {
        KeyLog keys = KeyLog.read(options.keyLogs());
        List<CaptureFile> captures = new ArrayList<>();
        for (Path file : files) {
            captures.add(CaptureFile.open(file, options.unpackLimit(), monitor));
        }
        return new CaptureIndexer(captures, keys, options.countsOnce(), monitor, source);
    }

    private SipIndex index(@Nullable Consumer<SipIndex> partial) throws IOException {
        IndexBuilder first = new IndexBuilder(captures.size() > 1);
        List<FileScan> scans = scan(first, known -> {
            if (partial != null) {
                partial.accept(first.index(known, true));
            }
        });
        SipIndex index = keys.takeLate() ? again(CutMessages.NONE) : first.index(scans, false);
        CutMessages cut = CutMessages.of(index);
        return cut.isEmpty() ? index : again(cut);
    }

    private SipIndex again(CutMessages cut) throws IOException {
        IndexBuilder again = new IndexBuilder(captures.size() > 1, cut);
        return again.index(scan(again, _ -> {}), false);
    }

    private List<CaptureSummary> summaries() throws IOException {
        DialogCount count = new DialogCount();
        List<FileScan> scans = scan(count, _ -> {});
        if (keys.takeLate()) {
            count = new DialogCount();
            scans = scan(count, _ -> {});
        }
        return count.isCut ? index(null).files() : scans.stream().map(FileScan::summary).toList();
    }

    /// Counts dialogs by their Call-IDs.
    private static final class DialogCount implements MessageConsumer {

        private final NamePool callIds = new NamePool();

        /// Whether a message has no Call-ID because it was cut, so that its dialog is not known
        /// yet.
        private boolean isCut;

        @Override
        public int add(ExtractedMessage found, byte[] buffer) {
            isCut |= found.layout.isHeaderCut() && !found.layout.has(Part.CALL_ID);
            return IndexBuilder.number(callIds, found, buffer);
        }
    }

    private List<FileScan> scan(MessageConsumer consumer, Consumer<List<FileScan>> partial) throws IOException {
        try {
            return new IndexReader(captures, keys, countsOnce, monitor, consumer, partial, source.get()).read();
        } catch (UncheckedIOException noRoom) {
            throw noRoom.getCause();
        }
    }
}
