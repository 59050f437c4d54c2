package org.sipsleuth.bench.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/// Invents calls, 500 a second, and gives their frames in the order of time. In memory are only the
/// calls that are going on, whatever the size.
public final class CallCapture {

    private static final long BEGIN_NANOS = TimeUnit.SECONDS.toNanos(1_700_000_000L);
    private static final long MESSAGES_FOR_ONE_OF_A_KIND = 50;
    private static final long NANOS_BETWEEN_CALLS = TimeUnit.MILLISECONDS.toNanos(2);

    private final CaptureSettings settings;
    private final PriorityQueue<Call> goingOn =
            new PriorityQueue<>(
                    Comparator.comparingLong(Call::nextNanos).thenComparingLong(Call::number));
    private long calls;
    private long messages;

    private CallCapture(CaptureSettings settings) {
        this.settings = settings;
    }

    /// Gives the frames of a capture.
    public static void forEach(CaptureSettings settings, FrameSink sink) throws IOException {
        new CallCapture(settings).giveAll(sink);
    }

    /// The first messages of invented calls.
    ///
    /// @param beginning what they begin with; empty for all
    public static List<byte[]> messages(int count, String beginning) throws IOException {
        byte[] begin = beginning.getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> found = new ArrayList<>(count);
        CaptureSettings enough = CaptureSettings.signalling(MESSAGES_FOR_ONE_OF_A_KIND * count);
        forEach(
                enough,
                (_, frame) -> {
                    byte[] message = Packets.payload(frame);
                    boolean wanted = Arrays.mismatch(begin, message) == begin.length;
                    if (found.size() < count && (wanted || begin.length == 0)) {
                        found.add(message);
                    }
                });
        if (found.size() < count) {
            throw new IllegalArgumentException("too few begin with " + beginning);
        }
        return found;
    }

    /// The file of a capture in a folder; written if it is not there.
    public static Path file(CaptureSettings settings, Path folder) throws IOException {
        Path file = folder.resolve(settings.fileName());
        if (Files.notExists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(settings.fileName() + ".part");
            try (PcapFile out = new PcapFile(unfinished)) {
                forEach(settings, out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void giveAll(FrameSink sink) throws IOException {
        do {
            while (mustBegin()) {
                begin();
            }
            Call call = goingOn.remove();
            sink.take(call.nextNanos(), call.next());
            if (!call.isOver()) {
                goingOn.add(call);
            }
        } while (!goingOn.isEmpty() || mustBegin());
    }

    private boolean mustBegin() {
        Call first = goingOn.peek();
        return messages < settings.messages()
                && (first == null || nextBegins() <= first.nextNanos());
    }

    private long nextBegins() {
        return BEGIN_NANOS + calls * NANOS_BETWEEN_CALLS;
    }

    private void begin() {
        Call call = new Call(calls, settings, nextBegins());
        calls++;
        messages += call.messages();
        goingOn.add(call);
    }
}
