package org.sipsleuth.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// The section header of an export: the origin of the frames and the selection, then
/// the inputs' own headers.
final class SectionNotes {

    private static final int APPLICATION = 4;
    private static final int MOST_CALL_IDS = 20;
    private static final int LONGEST_CALL_ID = 200;
    private static final int LONGEST_RANGES = 2_000;
    private static final int LONGEST_COMMENT_BYTES = 65_000;
    private static final int MOST_COMMENTS = 200;

    private final SipIndex index;
    private final ExportRequest request;
    private final ChosenFrames frames;

    SectionNotes(SipIndex index, ExportRequest request, ChosenFrames frames) {
        this.index = index;
        this.request = request;
        this.frames = frames;
    }

    /// The origin of the frames and the selection.
    List<String> origin(RunMonitor monitor) throws IOException {
        return List.of(inputs(monitor), choice());
    }

    /// The options of a section header. The program comes first, since it is what shows later that
    /// the file may be replaced.
    ///
    /// @param origin of [#origin]
    /// @param sections the section headers of each input
    static List<CaptureOption> options(List<String> origin, List<List<CaptureOption>> sections) {
        List<CaptureOption> options = new ArrayList<>();
        options.add(new CaptureOption(APPLICATION, utf8("SipSleuth")));
        origin.forEach(text -> options.add(comment(text)));
        for (List<CaptureOption> section : sections) {
            for (CaptureOption option : section) {
                if (option.code() == CaptureOption.COMMENT && options.size() < MOST_COMMENTS) {
                    options.add(option);
                }
            }
        }
        return options;
    }

    private String inputs(RunMonitor monitor) throws IOException {
        StringBuilder text =
                new StringBuilder(isFromLogs() ? "Packets made by SipSleuth, which no network carried, from:"
                        : "Original frames, exported by SipSleuth from:");
        int others = 0;
        for (int file = 0; file < index.files().size(); file++) {
            if (frames.count(file) == 0 && request.isPartOf(index)) {
                others++;
                continue;
            }
            CaptureSummary capture = index.files().get(file);
            text.append('\n')
                    .append(visible(FileName.last(capture.path())))
                    .append(", SHA-256 ")
                    .append(sha256(capture, monitor))
                    .append(", ")
                    .append(capture.log().isEmpty() ? count(frames.count(file), "frame")
                            : "a text log: " + count(frames.count(file), "packet") + " made from its messages");
            if (frames.count(file) > 0 && capture.log().isEmpty()) {
                text.append(": ").append(frames.ranges(file, LONGEST_RANGES));
            }
        }
        if (others > 0) {
            text.append("\nand nothing of ").append(count(others, "other capture"));
        }
        return text.toString();
    }

    private boolean isFromLogs() {
        return index.files().stream().allMatch(file -> file.log().isPresent());
    }

    /// Of exactly the bytes that were read: the file may have grown since.
    private static String sha256(CaptureSummary capture, RunMonitor monitor) throws IOException {
        String sha256 = capture.sha256(monitor);
        long added = capture.opened().map(OpenedFile::addedBytes).orElse(0L);
        return added == 0 ? sha256
                : sha256 + " (of its first %d bytes; it was still being written)".formatted(capture.bytes());
    }

    private String choice() {
        int[] dialogs = request.dialogs();
        StringBuilder text = new StringBuilder("Chosen: ");
        text.append(count(request.messages().cardinality(), "message"))
                .append(" of ")
                .append(count(dialogs.length, "dialog"))
                .append(request.hasMedia() ? ", with media" : "");
        for (int i = 0; i < Math.min(dialogs.length, MOST_CALL_IDS); i++) {
            String callId = visible(index.dialogs().callId(dialogs[i]));
            int end = Math.min(callId.length(), LONGEST_CALL_ID);
            text.append("\nCall-ID ").append(callId, 0, end);
        }
        if (dialogs.length > MOST_CALL_IDS) {
            text.append("\nand ").append(dialogs.length - MOST_CALL_IDS).append(" more");
        }
        return text.toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// Names come from outside; what is no character to see is no part of a line.
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .forEach(c -> visible
                        .appendCodePoint(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE ? '\ufffd' : c));
        return visible.toString();
    }

    private static CaptureOption comment(String text) {
        byte[] bytes = utf8(text);
        int length = bytes.length;
        if (length > LONGEST_COMMENT_BYTES) {
            length = LONGEST_COMMENT_BYTES;
            while ((bytes[length] & 0xc0) == 0x80) { // not within a character
                length--;
            }
        }
        return new CaptureOption(CaptureOption.COMMENT, Arrays.copyOf(bytes, length));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
