package org.sipsleuth.dialog.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Transport;

/// The ways that messages came: a transport with the layers around it, each kept once and known by
/// a number.
public final class Ways {

    /// One way.
    ///
    /// @param transport what carried the message
    /// @param layers the names of its layers, the outermost first
    public record Way(Transport transport, List<String> layers) {}

    private final List<Way> ways;
    private final Map<Way, Integer> numbers = new HashMap<>();
    private List<String> lastLayers = List.of();
    private int last = -1;

    /// None yet.
    public Ways() {
        this(new ArrayList<>());
    }

    private Ways(List<Way> ways) {
        this.ways = ways;
    }

    /// The number of the way something came, added if it is new.
    @SuppressWarnings(
            "ReferenceEquality") // most frames come as the one before; others are looked up
    public int of(Arrival arrival) {
        boolean same =
                last >= 0
                        && arrival.layers() == lastLayers
                        && ways.get(last).transport() == arrival.transport();
        if (!same) {
            lastLayers = arrival.layers();
            Way way = new Way(arrival.transport(), lastLayers);
            last =
                    numbers.computeIfAbsent(
                            way,
                            added -> {
                                ways.add(added);
                                return ways.size() - 1;
                            });
        }
        return last;
    }

    /// How many ways there are.
    public int size() {
        return ways.size();
    }

    /// The way with this number.
    public Way way(int number) {
        return ways.get(number);
    }

    /// The ways that there are now, to read by any thread.
    public Ways snapshot() {
        return new Ways(List.copyOf(ways));
    }
}
