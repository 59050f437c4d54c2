package org.sipsleuth.capture.stream.tcp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;

/// The bytes of a direction that came before others which belong in front of them.
final class HeldSegments {

    /// What a piece costs besides its bytes; so that tiny pieces are bounded, too.
    private static final int PIECE_BYTES = 256;

    /// A piece.
    ///
    /// @param arrival the frame it came in
    /// @param first whether it is the first piece of that frame
    record Piece(Stretch stretch, Provenance origin, Arrival arrival, boolean first) {

        int cost() {
            return PIECE_BYTES + stretch.length();
        }
    }

    /// Empty until a piece is kept, which most directions never need.
    private NavigableMap<Long, Piece> pieces = Collections.emptyNavigableMap();

    private final Withheld withheld;
    private long sinceNanos = Withheld.NOTHING;
    private int cost;

    /// @param withheld learns since when they wait
    HeldSegments(Withheld withheld) {
        this.withheld = withheld;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// What it costs to keep them, in bytes.
    int cost() {
        return cost;
    }

    /// Where the first of them begins in the stream.
    long first() {
        return pieces.firstKey();
    }

    /// Where the last of them ends.
    long end() {
        return pieces.lastEntry().getValue().stretch().to();
    }

    /// Those that overlap a stretch, in order.
    List<Stretch> overlapping(Stretch stretch) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        List<Stretch> found = new ArrayList<>();
        Map.Entry<Long, Piece> before = pieces.floorEntry(stretch.from());
        long from = before == null ? stretch.from() : before.getKey();
        for (Piece piece : pieces.subMap(from, stretch.to()).values()) {
            if (piece.stretch().to() > stretch.from()) {
                found.add(piece.stretch());
            }
        }
        return found;
    }

    /// Keeps what no other piece covers: the bytes that came first count.
    ///
    /// @param covered the stretches that [#overlapping] gave
    /// @return whether there was anything to keep
    boolean add(Stretch stretch, List<Stretch> covered, Provenance origin, Arrival arrival) {
        List<Stretch> fresh = new ArrayList<>();
        long at = stretch.from();
        for (Stretch other : covered) {
            if (other.from() > at) {
                fresh.add(stretch.slice(at, other.from()));
            }
            at = other.to();
        }
        if (at < stretch.to()) {
            fresh.add(stretch.slice(at, stretch.to()));
        }
        if (pieces.isEmpty()) {
            pieces = new TreeMap<>();
        }
        Arrival kept = new Arrival();
        kept.copy(arrival);
        for (int i = 0; i < fresh.size(); i++) {
            Stretch part = fresh.get(i);
            int skipped = (int) (part.from() - stretch.from());
            Provenance its = origin.slice(skipped, skipped + part.length());
            Piece piece = new Piece(part.kept(), its, kept, i == 0);
            pieces.put(part.from(), piece);
            cost += piece.cost();
        }
        if (!pieces.isEmpty()) {
            since(Math.min(sinceNanos, arrival.capturedAtNanos()));
        }
        return !fresh.isEmpty();
    }

    /// They wait since the earliest that waited since the last time that none did.
    private void since(long nanos) {
        if (nanos == sinceNanos) {
            return;
        }
        if (sinceNanos != Withheld.NOTHING) {
            withheld.remove(sinceNanos);
        }
        if (nanos != Withheld.NOTHING) {
            withheld.add(nanos);
        }
        sinceNanos = nanos;
    }

    /// Takes the first piece out; null if there is none that begins by this place.
    @Nullable
    Piece pollUpTo(long place) {
        if (pieces.isEmpty() || pieces.firstKey() > place) {
            return null;
        }
        Piece first = pieces.pollFirstEntry().getValue();
        cost -= first.cost();
        if (pieces.isEmpty()) {
            since(Withheld.NOTHING);
        }
        return first;
    }
}
