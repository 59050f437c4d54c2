package org.sipsleuth.dialog.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Transport;

/// The encapsulations that messages came: a transport with the layers around it, each kept once and
/// known by a number.
public final class EncapsulationPool {

    /// A transport and the layers around it.
    ///
    /// @param transport what carried the message
    /// @param layers the names of its layers, the outermost first
    public record Encapsulation(Transport transport, List<String> layers) {

        /// Those in which a server reports a message to a collector, with the message's time by its
        /// own clock.
        private static final Set<String> REPORTS = Set.of("HEP1/2", "HEP3");

        /// Whether a message that came through these layers has the time of a report.
        public static boolean isReport(List<String> layers) {
            return layers.stream().anyMatch(REPORTS::contains);
        }
    }

    private final List<Encapsulation> encapsulations;
    private final Map<Encapsulation, Integer> numbers = new HashMap<>();
    private List<String> lastLayers = List.of();
    private int last = -1;

    /// None yet.
    public EncapsulationPool() {
        this(new ArrayList<>());
    }

    private EncapsulationPool(List<Encapsulation> encapsulations) {
        this.encapsulations = encapsulations;
    }

    /// The number of the encapsulation of an arrival, added if it is new.
    @SuppressWarnings("ReferenceEquality") // most frames come as the one before; others are looked up
    public int of(Arrival arrival) {
        boolean same = last >= 0 && arrival.layers() == lastLayers
                && encapsulations.get(last).transport() == arrival.transport();
        if (!same) {
            lastLayers = arrival.layers();
            Encapsulation encapsulation = new Encapsulation(arrival.transport(), lastLayers);
            last = numbers.computeIfAbsent(encapsulation, added -> {
                encapsulations.add(added);
                return encapsulations.size() - 1;
            });
        }
        return last;
    }

    /// Number of distinct encapsulations.
    public int size() {
        return encapsulations.size();
    }

    /// The encapsulation with this number.
    public Encapsulation encapsulation(int number) {
        return encapsulations.get(number);
    }

    /// An immutable snapshot, readable by any thread.
    public EncapsulationPool snapshot() {
        return new EncapsulationPool(List.copyOf(encapsulations));
    }
}
