package org.sipsleuth.capture.file;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.CaptureNotes.Comment;

/// Collects the metadata of a file. All of it is bounded, since the input may be hostile.
final class NoteTaker {

    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_INTERFACES = 100;
    private static final int MOST_COMMENTS = 100;
    private static final int LONGEST_COMMENT = 1_000;

    /// A tree: addresses have a hash that anybody can make collide.
    private final Map<InetAddress, String> names =
            new TreeMap<>((a, b) -> Arrays.compare(a.getAddress(), b.getAddress()));

    private final List<String> interfaces = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private long commentCount;
    private long droppedByFrames;
    private long droppedBefore; // as the statistics of earlier sections say
    private final Map<Integer, Long> droppedByInterface = new HashMap<>();
    private long snapped;
    private long secretsLeftOut;

    /// An address has a name; the first counts.
    void name(byte[] address, byte[] name) {
        if (names.size() >= MOST_NAMES || name.length == 0) {
            return;
        }
        try {
            names.putIfAbsent(InetAddress.getByAddress(address), text(name, LONGEST_NAME));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes.", e);
        }
    }

    void interfaceName(byte[] name) {
        if (interfaces.size() < MOST_INTERFACES) {
            interfaces.add(text(name, LONGEST_NAME));
        }
    }

    /// Somebody left a remark.
    ///
    /// @param frame what it is about; 0 if no frame
    void comment(int frame, byte[] text) {
        commentCount++;
        if (comments.size() < MOST_COMMENTS) {
            comments.add(new Comment(frame, text(text, LONGEST_COMMENT)));
        }
    }

    private static String text(byte[] utf8, int longest) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /// Adds the number of packets lost before a frame.
    void droppedBeforeFrame(long packets) {
        droppedByFrames = sum(droppedByFrames, packets);
    }

    /// Records the packets that an interface has dropped so far, from its statistics.
    void droppedOnInterface(int id, long packets) {
        droppedByInterface.put(id, packets);
    }

    /// A new section restarts the numbering of the interfaces.
    void endSection() {
        droppedBefore = sum(droppedBefore, onInterfaces());
        droppedByInterface.clear();
    }

    private long onInterfaces() {
        return droppedByInterface.values().stream().reduce(0L, NoteTaker::sum);
    }

    /// Counts stay what a count can be, whatever the file claims.
    private static long sum(long first, long second) {
        long sum = first + Math.max(0, second);
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /// A frame was longer than what was kept of it.
    void lengths(long captured, long onTheWire) {
        if (captured < onTheWire) {
            snapped++;
        }
    }

    /// The secrets of a block were not kept.
    void leftOutSecrets() {
        secretsLeftOut++;
    }

    CaptureNotes notes() {
        long dropped = Math.max(droppedByFrames, sum(droppedBefore, onInterfaces()));
        return new CaptureNotes(names, interfaces, comments, commentCount, dropped, 0, snapped, secretsLeftOut);
    }
}
