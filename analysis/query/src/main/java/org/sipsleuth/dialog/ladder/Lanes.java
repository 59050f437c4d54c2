package org.sipsleuth.dialog.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Endpoint;

/// Assigns each endpoint its lifeline, from left to right as they come and as the user arranged
/// them.
final class Lanes {

    private final LadderPlan plan;
    private final LaneKey key;
    private final Map<Endpoint, String> domains;
    private final Map<Endpoint, Integer> laneOfEndpoint = new HashMap<>();
    private final Map<String, Integer> laneOfId = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final SequencedSet<String> hidden = new LinkedHashSet<>();

    /// A lifeline while endpoints join it.
    private static final class Line {
        private final String id;
        private final SequencedSet<String> parts = new LinkedHashSet<>();
        private final SequencedSet<String> hosts = new LinkedHashSet<>();
        private final TreeSet<Integer> ports = new TreeSet<>();

        Line(String id) {
            this.id = id;
        }
    }

    /// @param key what makes a lifeline
    /// @param domains what [UriDomains] found
    Lanes(LadderPlan plan, LaneKey key, Map<Endpoint, String> domains) {
        this.plan = plan;
        this.key = key;
        this.domains = domains;
    }

    /// Whether the user hid the lifeline of an endpoint. An endpoint that is only asked about gets
    /// no lane.
    boolean isHidden(Endpoint endpoint) {
        String id = plan.arrangement().lifelineOf(part(endpoint));
        boolean isHidden = plan.arrangement().hidden().contains(id);
        if (isHidden) {
            hidden.add(id);
        }
        return isHidden;
    }

    /// The lane of an endpoint whose lifeline is shown, in the order in which endpoints are asked
    /// for.
    int laneOf(Endpoint endpoint) {
        return laneOfEndpoint.computeIfAbsent(endpoint, this::join);
    }

    /// The ids of the hidden lifelines that somebody asked for.
    List<String> hidden() {
        return List.copyOf(hidden);
    }

    private int join(Endpoint endpoint) {
        String part = part(endpoint);
        String id = plan.arrangement().lifelineOf(part);
        int lane = laneOfId.computeIfAbsent(id, _ -> {
            lines.add(new Line(id));
            return lines.size() - 1;
        });
        Line line = lines.get(lane);
        line.parts.add(part);
        line.hosts.add(endpoint.host());
        if (!endpoint.toString().equals(endpoint.host())) { // a text log may state none
            line.ports.add(endpoint.port());
        }
        return lane;
    }

    private String part(Endpoint endpoint) {
        String host = endpoint.host();
        String part = switch (key) {
            case ADDRESS -> host;
            case ENDPOINT -> endpoint.toString();
            case NAME -> plan.names().of(host).orElse(host);
            case DOMAIN -> domains.getOrDefault(endpoint, host);
        };
        return plan.arrangement().split().contains(part) ? endpoint.toString() : part;
    }

    /// Where each lane is: lane → place from the left.
    int[] places() {
        Map<String, Integer> wanted = new HashMap<>();
        List<String> order = plan.arrangement().order();
        for (int i = 0; i < order.size(); i++) {
            wanted.put(order.get(i), i);
        }
        List<Integer> sorted = IntStream.range(0, lines.size())
                .boxed()
                .sorted( // stable: the others stay as they came
                        Comparator.comparing(lane -> wanted.getOrDefault(lines.get(lane).id, order.size())))
                .toList();
        int[] places = new int[lines.size()];
        for (int place = 0; place < places.length; place++) {
            places[sorted.get(place)] = place;
        }
        return places;
    }

    /// The lifelines from left to right.
    List<Lifeline> lifelines() {
        int[] places = places();
        Lifeline[] sorted = new Lifeline[places.length];
        for (int lane = 0; lane < places.length; lane++) {
            Line line = lines.get(lane);
            sorted[places[lane]] = new Lifeline(line.id, name(line), List.copyOf(line.hosts), List.copyOf(line.ports),
                    List.copyOf(line.parts));
        }
        return List.of(sorted);
    }

    private String name(Line line) {
        String typed = plan.names().typed().get(line.id);
        return typed != null ? typed : String.join(Lifeline.JOINT, line.parts.stream().map(this::name).toList());
    }

    private String name(String part) {
        return plan.names().of(part).orElseGet(() -> nameOfEndpoint(part));
    }

    /// An address with a port is called after its address: `proxy:5060`.
    private String nameOfEndpoint(String part) {
        int colon = part.lastIndexOf(':');
        boolean isAddress = part.indexOf(':') != colon && !part.startsWith("["); // IPv6 alone
        if (colon <= 0 || isAddress) {
            return part;
        }
        String host = part.substring(0, colon).replace("[", "").replace("]", "");
        return plan.names().of(host).map(name -> name + part.substring(colon)).orElse(part);
    }
}
