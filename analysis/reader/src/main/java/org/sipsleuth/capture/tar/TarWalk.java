package org.sipsleuth.capture.tar;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Goes through the members of an archive and keeps where its captures are. A capture of a call that
/// went on lies in several members, named `NAME#1`, `NAME#2` and at last `NAME` (VoIPmonitor).
final class TarWalk {

    /// A stretch of the archive.
    record Stretch(long from, long to) {

        long bytes() {
            return to - from;
        }
    }

    /// More captures in one archive are not read.
    static final int MOST_CAPTURES = 1 << 20;

    private static final String WITHOUT_BEGINNING = "a part without its beginning";

    private static final int LONGEST_NAME = 1 << 16;
    private static final int MEMBERS_BETWEEN_LOOKS = 1 << 10;
    private static final Pattern PART = Pattern.compile("(.*)#[0-9]{1,20}", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([0-9]{1,9}) (path|size)=([^\n]*)\n");

    private final MemorySegment bytes;
    private final RunMonitor monitor;
    private final List<List<Stretch>> captures = new ArrayList<>();

    /// The captures that may go on, by name.
    private final Map<String, List<Stretch>> open = new HashMap<>();

    private @Nullable Damage damage;
    private @Nullable String packed;
    private long packedAt;
    private String nextName = "";
    private long nextSize = -1;

    TarWalk(MemorySegment bytes, RunMonitor monitor) {
        this.bytes = bytes;
        this.monitor = monitor;
    }

    /// Goes through all of it.
    TarWalk run() {
        long at = 0;
        for (long member = 0; at < bytes.byteSize() && damage == null && captures.size() < MOST_CAPTURES; member++) {
            if (member % MEMBERS_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Reading the archive", at, bytes.byteSize()));
            }
            Optional<TarHeader> header = TarHeader.of(bytes, at);
            if (header.isEmpty()) {
                if (!isEnd(at)) {
                    damage = new Damage(at, CaptureFault.TAR_HEADER.text());
                }
                break;
            }
            at = member(header.get(), at + TarHeader.BLOCK_BYTES);
        }
        if (captures.size() >= MOST_CAPTURES) {
            damage = new Damage(at, CaptureFault.TAR_CAPTURES.text(MOST_CAPTURES), Damage.Kind.LIMIT);
        }
        return this;
    }

    /// A block of zeros, or fewer of them at the end of the file. An archive that is being written has
    /// none.
    private boolean isEnd(long at) {
        long count = Math.min(TarHeader.BLOCK_BYTES, bytes.byteSize() - at);
        for (long i = at; i < at + count; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, i) != 0) {
                return false;
            }
        }
        return true;
    }

    /// @return where the next member begins
    private long member(TarHeader header, long from) {
        long size = header.type() == TarHeader.REGULAR && nextSize >= 0 ? nextSize : header.size();
        if (!header.hasData()) {
            nextName = "";
            nextSize = -1;
            return from;
        }
        if (size < 0) {
            damage = new Damage(from - TarHeader.BLOCK_BYTES, CaptureFault.TAR_HEADER.text());
            return from;
        }
        long left = bytes.byteSize() - from;
        boolean isCut = size > left;
        long to = isCut ? bytes.byteSize() : from + size;
        switch (header.type()) {
            case TarHeader.LONG_NAME -> nextName = text(from, to).replaceFirst("\0.*", "");
            case TarHeader.EXTENDED -> readFields(text(from, to));
            case TarHeader.REGULAR -> {
                add(nextName.isEmpty() ? header.name() : nextName, new Stretch(from, to));
                nextName = "";
                nextSize = -1;
            }
            default -> {
                // fields of all members, labels, volumes: nothing that is read
            }
        }
        if (isCut) {
            damage = new Damage(bytes.byteSize(), CaptureFault.TAR_CUT.text(left, size), Damage.Kind.TORN);
            return bytes.byteSize();
        }
        long padding = (TarHeader.BLOCK_BYTES - size % TarHeader.BLOCK_BYTES) % TarHeader.BLOCK_BYTES;
        return Math.min(bytes.byteSize(), to + padding);
    }

    private String text(long from, long to) {
        long length = Math.min(LONGEST_NAME, to - from);
        return new String(bytes.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    private void readFields(String fields) {
        Matcher matcher = FIELD.matcher(fields);
        while (matcher.find()) {
            if (matcher.group(2).equals("path")) {
                nextName = matcher.group(3);
            } else if (matcher.group(3).matches("[0-9]{1,18}")) {
                nextSize = Long.parseLong(matcher.group(3));
            }
        }
    }

    private void add(String name, Stretch data) {
        if (data.bytes() == 0) {
            return;
        }
        Matcher part = PART.matcher(name);
        boolean isPart = part.matches();
        String key = isPart ? part.group(1) : name;
        if (PcapMember.of(bytes, data.from(), data.to()).isPresent()) {
            List<Stretch> begun = new ArrayList<>(List.of(data));
            captures.add(begun);
            open.put(key, begun);
        } else {
            List<Stretch> before = open.get(key);
            if (before != null) {
                before.add(data);
            } else {
                unread(data, isPart && key.endsWith(".pcap"));
            }
        }
        if (!isPart) {
            open.remove(key);
        }
    }

    /// A capture in another format than pcap, and a part without those before it: it is named, as it is
    /// not read.
    private void unread(Stretch data, boolean isPart) {
        Optional<String> kind = OtherCapture.describe(bytes, data.from(), data.to())
                .or(() -> isPart ? Optional.of(WITHOUT_BEGINNING) : Optional.empty());
        if (kind.isPresent() && packed == null) {
            packed = kind.get();
            packedAt = data.from();
        }
    }

    /// The captures, each in as many stretches as it has parts.
    List<List<Stretch>> captures() {
        return captures;
    }

    /// What captures that are not read are, if there are any.
    Optional<String> packed() {
        return Optional.ofNullable(packed);
    }

    /// Why not all of it can be read.
    Optional<Damage> damage() {
        Optional<Damage> unread =
                packed().map(kind -> new Damage(packedAt, CaptureFault.TAR_OTHERS.text(kind), Damage.Kind.LIMIT));
        return Optional.ofNullable(damage).or(() -> unread);
    }
}
