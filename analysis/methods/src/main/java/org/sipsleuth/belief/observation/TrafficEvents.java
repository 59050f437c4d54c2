package org.sipsleuth.belief.observation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;

/// What the counters need of all messages of a capture: 25 bytes for each, beside the transactions.
/// Immutable; any thread.
///
/// Destinations and ports are distinguished by 64 bits of a keyed hash: nobody can make two that
/// are treated as one, and by chance it happens once in 2⁶⁴ pairs.
public final class TrafficEvents {

    private static final String STAGE = "Reading sources and destinations";

    private final SipIndex index;
    private final SourceRule rule;
    private final EventColumns columns;
    private final NamePool sources;
    private final List<LongColumn> ports;
    private final RequestFacts facts;

    /// The sources of which each source of many addresses consists.
    private final Map<Integer, BitSet> pooled;

    /// By the number of the source.
    private final byte[] roles;

    private TrafficEvents(SipIndex index, SourceRule rule, EventColumns columns, NamePool sources,
            List<LongColumn> ports, RequestFacts facts, Map<Integer, BitSet> pooled) {
        this.index = index;
        this.rule = rule;
        this.columns = columns;
        this.sources = sources;
        this.ports = List.copyOf(ports);
        this.facts = facts;
        this.pooled = pooled;
        roles = new byte[sources.size()];
        for (int source = 0; source < roles.length; source++) {
            roles[source] = (byte) facts.role(sources.name(source));
        }
    }

    /// Reads the text of messages as far as it is needed, on all processors.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TrafficEvents of(SipIndex index, SourceRule rule, RunMonitor monitor) {
        return of(index, new Reading(rule, KeyedHash.random(), false), monitor);
    }

    /// How texts are read.
    ///
    /// @param hash what represents destinations and ports
    /// @param isFullyParsed whether every message is parsed whole, which is slower and has the same
    ///     result
    record Reading(SourceRule rule, KeyedHash hash, boolean isFullyParsed) {}

    static TrafficEvents of(SipIndex index, Reading reading, RunMonitor monitor) {
        EventColumns columns = new EventColumns(index.messages().size());
        List<EventReader> made = new ArrayList<>();
        List<EventReader> readers = Blocks.run(index.messages().size(), STAGE, () -> {
            EventReader reader = new EventReader(index, columns, made.size(), reading);
            made.add(reader);
            return reader;
        }, monitor);
        NamePool sources = numbered(columns, readers);
        InvitesOfHops.apply(index, columns, sources, reading.hash());
        RequestFacts facts = RequestFacts.of(index, monitor);
        Map<Integer, BitSet> pooled = reading.rule() == SourceRule.POOLED
                ? PooledSources.apply(facts, columns, index.messages(), sources, index.dialogs().size())
                : Map.of();
        return new TrafficEvents(index, reading.rule(), columns, sources,
                readers.stream().map(reader -> reader.ports).toList(), facts, pooled);
    }

    /// Numbers the sources in the order of their first messages, whoever has read them.
    private static NamePool numbered(EventColumns columns, List<EventReader> readers) {
        NamePool sources = new NamePool();
        List<int[]> numbers = new ArrayList<>();
        for (EventReader reader : readers) {
            int[] unknown = new int[reader.hosts.size()];
            Arrays.fill(unknown, -1);
            numbers.add(unknown);
        }
        for (int message = 0; message < columns.source.length; message++) {
            int reader = columns.reader[message] & 0xff;
            int[] known = numbers.get(reader);
            int own = columns.source[message];
            if (known[own] < 0) {
                byte[] name = readers.get(reader).hosts.name(own).getBytes(StandardCharsets.UTF_8);
                known[own] = sources.intern(name, 0, name.length);
            }
            columns.source[message] = known[own];
        }
        return sources;
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// What a source is.
    public SourceRule rule() {
        return rule;
    }

    /// How many sources there are, numbered in the order of their first messages,
    /// those of many addresses last.
    public int sourceCount() {
        return sources.size();
    }

    /// The target of sources that are one because they flood it together, by their name; empty for
    /// the name of a single source.
    public static Optional<String> targetOfMany(String name) {
        return name.startsWith(PooledSources.MANY) ? Optional.of(name.substring(PooledSources.MANY.length()))
                : Optional.empty();
    }

    /// A source's address or host. Data of the capture.
    public String sourceName(int source) {
        return sources.name(source);
    }

    /// The names of the sources of many addresses that an address is part of, in order; empty for
    /// one that is part of none.
    public List<String> groups(String address) {
        return pooled.entrySet()
                .stream()
                .filter(group -> group.getValue().stream().anyMatch(source -> sourceName(source).equals(address)))
                .map(group -> sourceName(group.getKey()))
                .sorted()
                .toList();
    }

    /// The source that a message belongs to.
    public int source(int message) {
        return columns.source[message];
    }

    /// How many Vias a message has.
    int vias(int message) {
        return columns.vias[message] & 0xff;
    }

    long destination(int message) {
        return columns.destination[message];
    }

    int portCount(int message) {
        return columns.portCount[message];
    }

    long port(int message, int place) {
        return ports.get(columns.reader[message] & 0xff).get(columns.portsAt[message] + place);
    }

    /// What became of requests.
    RequestFacts facts() {
        return facts;
    }

    /// The category of the role of a source.
    int role(int source) {
        return roles[source];
    }

    /// A view of the messages, one after the other.
    public TrafficEvent event() {
        return new TrafficEvent(this);
    }
}
