package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The floods of INVITEs that the session rule finds in a capture, by server, so that a method that
/// scores INVITEs counts and describes them alike. The thresholds are those that the rule comes
/// with. Floods of several sources that overlap or follow each other within 20 s are one. Used by
/// one thread.
public final class InviteFloods {

    private static final String INVITE = "INVITE";
    private static final long PAUSE = Duration.ofSeconds(20).toNanos();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Traffic traffic;
    private final TransactionTable table;
    private final DeadTransactions dead;
    private final Groups toTarget;
    private final FloodSearch search;
    private final Map<Integer, List<Flood>> byTarget = new HashMap<>();

    private InviteFloods(CaptureTraffic traffic) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.dead = new DeadTransactions(traffic);
        this.toTarget = Groups.by(HopTransaction::destination, table.hostCount(), table.origins());
        this.search = new FloodSearch(traffic, toTarget);
        RuleRun.of(new MalformedMessages(), traffic); // as before the rule
        for (Flood each : search.floods()) {
            if (each.method().equals(INVITE)) {
                byTarget.computeIfAbsent(each.target(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    /// Searches a capture. Cost: that of the session rule.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static InviteFloods of(TransactionTable table, RunMonitor monitor) {
        return new InviteFloods(CaptureTraffic.unset(HostRoles.of(table), monitor));
    }

    /// Whether an INVITE comes to nothing: nobody acknowledged, cancelled or continued it, or a
    /// stranger was refused.
    public boolean comesToNothing(HopTransaction invite) {
        return dead.isDead(invite);
    }

    /// The floods against a server that the rule finds, in the order of time.
    ///
    /// @param server as a number of the table
    public List<InviteFlood> found(int server) {
        List<Flood> floods = joined(server);
        return floods.isEmpty() ? List.of() : described(floods, floods, true);
    }

    /// Describes INVITEs as floods that the rule does not find.
    ///
    /// @param server as a number of the table
    /// @param suspected those of each, in the order of time; none is empty
    public List<InviteFlood> described(int server, List<List<HopTransaction>> suspected) {
        List<Flood> floods = suspected.stream().map(requests -> flood(server, requests)).toList();
        List<Flood> all = new ArrayList<>(joined(server));
        all.addAll(floods);
        return floods.isEmpty() ? List.of() : described(floods, all, false);
    }

    private Flood flood(int server, List<HopTransaction> requests) {
        Counts sources = Counts.of(HopTransaction::source, requests);
        Flood pooled = search.pooled(server, INVITE, requests, sources);
        return sources.size() > 1 ? pooled : with(pooled, requests, List.of(requests.getFirst()));
    }

    /// Of certain sources: they are not forged.
    private static Flood with(Flood flood, List<HopTransaction> requests, Collection<HopTransaction> ofActors) {
        TreeSet<Integer> actors = new TreeSet<>();
        ofActors.forEach(each -> actors.add(each.source()));
        return new Flood(flood.target(), INVITE, requests, flood.sources(),
                actors.size() > HostNames.MOST_ACTORS ? List.of() : List.copyOf(actors), flood.borrowed(),
                Forging.NONE);
    }

    /// Those of the rule, several at once as one.
    private List<Flood> joined(int server) {
        List<Flood> sorted = byTarget.getOrDefault(server, List.of())
                .stream()
                .sorted(Comparator.comparingLong(Flood::fromNanos))
                .toList();
        List<Flood> joined = new ArrayList<>();
        int first = 0;
        long end = Long.MIN_VALUE;
        for (int i = 0; i <= sorted.size(); i++) {
            if (i == sorted.size() || (i > first && sorted.get(i).fromNanos() - end > PAUSE)) {
                if (i > first) {
                    joined.add(one(sorted.subList(first, i)));
                }
                first = i;
                end = Long.MIN_VALUE;
            }
            if (i < sorted.size()) {
                end = Math.max(end, sorted.get(i).toNanos());
            }
        }
        return joined;
    }

    private Flood one(List<Flood> floods) {
        if (floods.size() == 1) {
            return floods.getFirst();
        }
        List<HopTransaction> requests = floods.stream()
                .flatMap(each -> each.requests().stream())
                .sorted(Comparator.comparingLong(HopTransaction::atNanos))
                .toList();
        Counts sources = Counts.of(HopTransaction::source, requests);
        Flood pooled = search.pooled(floods.getFirst().target(), INVITE, requests, sources);
        return floods.stream().anyMatch(Flood::areForged) ? pooled : with(pooled, requests, requests);
    }

    /// @param all the floods against the same server, with these
    private List<InviteFlood> described(List<Flood> floods, List<Flood> all, boolean isByRule) {
        FloodedTarget target = new FloodedTarget(all, toTarget.of(floods.getFirst().target()), traffic,
                Floods.mostFaults(traffic.settings()));
        return floods.stream().map(each -> described(each, target.during(each), isByRule)).toList();
    }

    private InviteFlood described(Flood flood, FloodEffect effect, boolean isByRule) {
        Finding finding = new FloodText(traffic, flood, effect).finding();
        return new InviteFlood(flood.requests(), isByRule,
                Spans.peak(flood.requests(), MINUTE).count() > Floods.most(INVITE, traffic.settings()), flood.sources(),
                flood.borrowed(), flood.forging(), templates(flood.requests()), finding.grounds().measures(),
                effect.requests(), effect.failed().size(), finding.statement().outcome(),
                finding.observation().orElseThrow());
    }

    private List<InviteFlood.Template> templates(List<HopTransaction> requests) {
        List<InviteFlood.Template> templates = new ArrayList<>();
        Counts.of(HopTransaction::fingerprint, requests).forEach((number, count) -> {
            if (number != HopTransaction.NONE) {
                templates.add(new InviteFlood.Template(table.fingerprint(number).describe(), count));
            }
        });
        templates.sort(Comparator.comparingInt(InviteFlood.Template::requests).reversed());
        return templates;
    }
}
