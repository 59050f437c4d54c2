package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.InterfaceFacts;

/// The interfaces of a pcapng file: those of the section that is read, by their numbers in it, as
/// well as all, those that say the same once.
final class PcapngInterfaces {

    /// So that a hostile file of nothing but interfaces stays small in memory.
    static final int MOST = 65_536;

    private static final int SNAP_AT = 12;
    private static final int OPTIONS_AT = 16;
    private static final int LONGEST_KEY_BYTES = 1 << 10;

    /// @param place among all
    private record OfSection(CaptureInterface itself, int place) {}

    private final List<OfSection> ofSection = new ArrayList<>();
    private final List<InterfaceFacts> all = new ArrayList<>();
    private final List<InterfaceFacts> allToRead = Collections.unmodifiableList(all);
    private final Map<byte[], Integer> places = new TreeMap<>(Arrays::compare);
    private final Set<Integer> linkTypes = new LinkedHashSet<>();
    private int timeDigits = CaptureInterface.DEFAULT_DIGITS;

    /// Interfaces are numbered from 0 again.
    void beginSection() {
        ofSection.clear();
    }

    boolean hasRoom() {
        return ofSection.size() < MOST && all.size() < MOST;
    }

    /// Reads a description.
    void add(MemorySegment bytes, long block, long length, ValueLayout.OfInt intOrder, ValueLayout.OfShort shortOrder) {
        CaptureInterface added = CaptureInterface.read(bytes, block, length, intOrder, shortOrder);
        timeDigits = all.isEmpty() ? added.timeDigits() : Math.max(timeDigits, added.timeDigits());
        linkTypes.add(added.linkType());
        boolean isBig = shortOrder.order() == ByteOrder.BIG_ENDIAN;
        byte[] key = key(bytes, block, length, isBig);
        Integer place = places.get(key);
        if (place == null) {
            place = all.size();
            places.put(key, place);
            PcapngOptions options =
                    new PcapngOptions(bytes, block + OPTIONS_AT, block + length - Integer.BYTES, shortOrder);
            all.add(new InterfaceFacts(added.linkType(), Integer.toUnsignedLong(bytes.get(intOrder, block + SNAP_AT)),
                    OptionCopies.of(options, OptionCopies.Kind.INTERFACE, shortOrder.order())));
        }
        ofSection.add(new OfSection(added, place));
    }

    private static byte[] key(MemorySegment bytes, long block, long length, boolean isBig) {
        int size = (int) Math.min(length, LONGEST_KEY_BYTES);
        byte[] key = new byte[size + 1];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, block, key, 0, size);
        key[size] = (byte) (isBig ? 1 : 0);
        return key;
    }

    /// The interface with a number of the section, or null.
    @Nullable
    CaptureInterface get(long id) {
        return id < ofSection.size() ? ofSection.get((int) id).itself() : null;
    }

    int countOfSection() {
        return ofSection.size();
    }

    /// The place of an interface of the section among all.
    int placeOf(long id) {
        return ofSection.get((int) id).place();
    }

    /// All, as far as they were met.
    List<InterfaceFacts> all() {
        return allToRead;
    }

    List<Integer> linkTypes() {
        return List.copyOf(linkTypes);
    }

    int timeDigits() {
        return timeDigits;
    }
}
