package org.sipsleuth.app.command.ladder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Arrangement;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.HostsFile;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.dialog.ladder.Lifeline;
import picocli.CommandLine.Option;

/// What shall be done to lifelines as options. They are called by what makes them: an address, an
/// address and port, a name or a domain.
public final class LifelineOptions {

    private static final int NAMED = 12;

    @Option(names = "--lifelines", paramLabel = "BY", defaultValue = "address",
            description = {
                "how hosts are grouped into lifelines: address, port (address and port), name or domain (default:"
                        + " ${DEFAULT-VALUE})"}) private String by = "address";

    @Option(names = "--hosts", paramLabel = "FILE",
            description = "file with names of addresses, in hosts(5) format; no DNS queries are"
                    + " sent") private @Nullable Path hosts;

    @Option(names = "--name", paramLabel = "LINE=NAME",
            description = "label of a lifeline; can be given several times") private Map<String, String> names =
                    new LinkedHashMap<>();

    @Option(names = "--hide", paramLabel = "LINE", split = ",",
            description = "hide this lifeline and its messages; can be given several times") private List<String> hidden =
                    List.of();

    @Option(names = "--merge", paramLabel = "LINE,LINE",
            description = "merge these lifelines into one; can be given several times") private List<String> merged =
                    List.of();

    @Option(names = "--order", paramLabel = "LINE,LINE", split = ",",
            description = "order of lifelines from left to right; the others follow in order of"
                    + " appearance") private List<String> order = List.of();

    /// The files that are read.
    public List<Path> files() {
        return hosts == null ? List.of() : List.of(hosts);
    }

    /// What makes a lifeline; empty if it is not known, and then the user knows.
    public Optional<LaneKey> key(Terminal terminal) {
        Optional<LaneKey> key = switch (by.toLowerCase(Locale.ROOT)) {
            case "address" -> Optional.of(LaneKey.ADDRESS);
            case "port" -> Optional.of(LaneKey.ENDPOINT);
            case "name" -> Optional.of(LaneKey.NAME);
            case "domain" -> Optional.of(LaneKey.DOMAIN);
            default -> Optional.empty();
        };
        if (key.isEmpty()) {
            terminal.report("ladder: --lifelines must be address, port, name or domain (got " + by + ")");
        }
        return key;
    }

    /// What was done to lifelines.
    public Arrangement arrangement() {
        Map<String, String> into = new HashMap<>();
        for (String each : merged) {
            List<String> parts = List.of(each.split(","));
            String id = String.join(Lifeline.JOINT, parts);
            parts.forEach(part -> into.put(part, id));
        }
        List<String> places = order.stream().map(id -> into.getOrDefault(id, id)).distinct().toList();
        Set<String> away = hidden.stream().map(id -> into.getOrDefault(id, id)).collect(Collectors.toSet());
        return new Arrangement(into, Set.of(), away, places);
    }

    /// What hosts are called.
    ///
    /// @throws IOException if the hosts file cannot be read
    public HostNames names(SipIndex index) throws IOException {
        Map<String, String> file = hosts == null ? Map.of() : HostsFile.read(hosts);
        return new HostNames(names, file, HostNames.capturedIn(index));
    }

    /// The lifelines that were named and that the ladder has not.
    public List<String> unknown(Ladder ladder) {
        Set<String> known = new HashSet<>(ladder.hidden());
        for (Lifeline line : ladder.lifelines()) {
            known.add(line.id());
            known.addAll(line.parts());
            known.addAll(line.hosts());
        }
        Stream<String> parts = merged.stream().flatMap(each -> Stream.of(each.split(",")));
        Arrangement arranged = arrangement();
        return Stream.of(names.keySet().stream(), hidden.stream(), parts, order.stream())
                .flatMap(named -> named)
                .filter(id -> !known.contains(id))
                .filter(id -> !known.contains(arranged.merged().getOrDefault(id, id)))
                .distinct()
                .toList();
    }

    /// The lifelines that there are, the first few of them.
    public static String known(Ladder ladder) {
        return ladder.lifelines().stream().limit(NAMED).map(Lifeline::id).collect(Collectors.joining(", "))
                + (ladder.lifelines().size() > NAMED ? " …" : "");
    }
}
