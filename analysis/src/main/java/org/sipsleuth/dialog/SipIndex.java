package org.sipsleuth.dialog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.stream.MessageTaker;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipParser;

/// All SIP messages and dialogs of some capture files, as one immutable whole.
///
/// Messages have numbers from 0 in the order of their time over all files, but for those whose
/// stream waited for bytes: they come when it waits no more. Dialogs have numbers from 0 in the
/// order of their first message. An index holds numbers and interned names; the files stay mapped,
/// and the text of a message is read from them when it is asked for.
public final class SipIndex {

    private final List<CaptureSummary> files;
    private final List<CaptureFile> captures;
    private final MessageTable messages;
    private final DialogTable dialogs;
    private final MessageBytes bytes;

    SipIndex(
            List<CaptureSummary> files,
            List<CaptureFile> captures,
            MessageTable messages,
            DialogTable dialogs,
            MessageBytes bytes) {
        this.files = List.copyOf(files);
        this.captures = List.copyOf(captures);
        this.messages = messages;
        this.dialogs = dialogs;
        this.bytes = bytes;
    }

    /// Reads capture files.
    ///
    /// @param files at least one
    /// @param monitor is told the bytes read
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
    public static SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor)
            throws IOException {
        return index(files, options, monitor, (_, _) -> {});
    }

    /// The same, and shows what is known so far: `partial` gets an index of all that has been read,
    /// first at once and then the rarer the longer it takes, on the reading thread. Each is
    /// immutable and stays valid.
    public static SipIndex read(List<Path> files, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException {
        return read(files, ReadOptions.NONE, monitor, partial);
    }

    /// The same, with options.
    ///
    /// @throws IOException also if a key log cannot be read
    public static SipIndex read(
            List<Path> files, ReadOptions options, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException {
        return index(
                files,
                options,
                monitor,
                (index, scans) -> partial.accept(index.index(scans, true)));
    }

    private static SipIndex index(
            List<Path> files,
            ReadOptions options,
            RunMonitor monitor,
            BiConsumer<IndexBuilder, List<FileScan>> partial)
            throws IOException {
        Taken<IndexBuilder> taken =
                take(files, options, monitor, () -> new IndexBuilder(files.size() > 1), partial);
        return taken.taker().index(taken.scans(), false);
    }

    /// Reads capture files only to say what is in them: takes less time and memory than an index.
    ///
    /// @return one summary for each file, in the order they were given
    public static List<CaptureSummary> summarize(
            List<Path> files, ReadOptions options, RunMonitor monitor) throws IOException {
        return take(files, options, monitor, SipIndex::counter, (_, _) -> {}).scans().stream()
                .map(FileScan::summary)
                .toList();
    }

    private static MessageTaker counter() {
        NamePool callIds = new NamePool();
        return (found, buffer) -> IndexBuilder.number(callIds, buffer, found.layout);
    }

    private record Taken<T>(T taker, List<FileScan> scans) {}

    /// Reads captures; and once more, from the beginning and without partial results, where one
    /// carries secrets behind packets that they open.
    ///
    /// @param takers make who gets the messages
    private static <T extends MessageTaker> Taken<T> take(
            List<Path> files,
            ReadOptions options,
            RunMonitor monitor,
            Supplier<T> takers,
            BiConsumer<T, List<FileScan>> partial)
            throws IOException {
        KeyLog keys = KeyLog.read(options.keyLogs());
        List<CaptureFile> captures = new ArrayList<>();
        for (Path file : files) {
            captures.add(CaptureFile.open(file, options.unpackLimit(), monitor));
        }
        return opened(captures)
                .verified(() -> take(captures, keys, options, monitor, takers, partial));
    }

    private static <T extends MessageTaker> Taken<T> take(
            List<CaptureFile> captures,
            KeyLog keys,
            ReadOptions options,
            RunMonitor monitor,
            Supplier<T> takers,
            BiConsumer<T, List<FileScan>> partial)
            throws IOException {
        boolean once = options.countsOnce();
        T taker = takers.get();
        T first = taker;
        try {
            List<FileScan> scans =
                    new IndexReader(
                                    captures,
                                    keys,
                                    once,
                                    monitor,
                                    taker,
                                    known -> partial.accept(first, known))
                            .read();
            if (keys.takeLate()) {
                taker = takers.get();
                scans = new IndexReader(captures, keys, once, monitor, taker, _ -> {}).read();
            }
            return new Taken<>(taker, scans);
        } catch (UncheckedIOException noRoom) {
            throw noRoom.getCause();
        }
    }

    /// One summary for each file, in the order they were given.
    public List<CaptureSummary> files() {
        return files;
    }

    /// The files themselves, to go through their frames again; in the same order.
    public List<CaptureFile> captures() {
        return captures;
    }

    /// The files as they were when they were opened, but for ring files. Whatever is read of
    /// messages counts only if they are unchanged afterwards.
    public OpenedFiles opened() {
        return opened(captures);
    }

    private static OpenedFiles opened(List<CaptureFile> captures) {
        return new OpenedFiles(
                captures.stream().flatMap(capture -> capture.opened().stream()).toList());
    }

    /// The message table.
    public MessageTable messages() {
        return messages;
    }

    /// The dialog table.
    public DialogTable dialogs() {
        return dialogs;
    }

    /// The numbers of a dialog's messages in order. Cost: the dialog's messages.
    public int[] messagesOf(int dialog) {
        int[] numbers = new int[dialogs.messageCount(dialog)];
        int message = dialogs.firstMessage(dialog);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = message;
            message = i + 1 < numbers.length ? messages.nextInDialog(message) : message;
        }
        return numbers;
    }

    /// A message's bytes, read from its file.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if that is known to have
    ///     changed
    public byte[] bytes(int message) {
        return bytes.of(message);
    }

    /// Copies a message's bytes to the beginning of `buffer`, if it has room for all of them.
    ///
    /// @return how many there are
    public int copy(int message, byte[] buffer) {
        return bytes.copy(message, buffer);
    }

    /// Where a message's bytes come from: the pieces of its file, or of several.
    public Provenance provenance(int message) {
        return bytes.provenance(message);
    }

    /// Parses a message's bytes into `layout` and gives the buffer that the layout speaks of.
    public byte[] layout(int message, SipLayout layout) {
        byte[] buffer = bytes(message);
        SipParser.parse(buffer, 0, buffer.length, layout);
        return buffer;
    }

    /// A message read whole.
    public SipMessage message(int message) {
        return SipMessage.of(bytes(message));
    }
}
