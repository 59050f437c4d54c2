package org.sipsleuth.rule;

import static org.sipsleuth.finding.Sentence.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.transaction.HopTransaction;

/// Which phones rang, by whatever way INVITEs reached them. What the capture does not show of the
/// way behind a server is not counted.
final class RungPhones {

    private static final int RINGING = 180;

    private final Traffic traffic;

    /// Hosts that take calls for many users, of whom the capture shows no phone.
    private final Set<Integer> servers;

    private final Map<Integer, Set<Integer>> dialogs = new TreeMap<>();
    private final List<HopTransaction> hops = new ArrayList<>();

    /// @param invites those that the calls began with
    RungPhones(Traffic traffic, Collection<HopTransaction> invites) {
        this(traffic, invites, Set.of());
    }

    /// @param servers hosts that are no phones, whatever their roles
    RungPhones(Traffic traffic, Collection<HopTransaction> invites, Set<Integer> servers) {
        this.traffic = traffic;
        this.servers = servers;
        invites.stream().map(HopTransaction::dialog).distinct().forEach(this::add);
    }

    private void add(int dialog) {
        for (HopTransaction each : traffic.byDialog().of(dialog)) {
            boolean isCall = each.method() == MessageTypes.INVITE && !each.isWithinDialog();
            boolean isPhone = !traffic.roles().isServer(each.destination())
                    && !traffic.roles().isTrunk(each.destination()) && !servers.contains(each.destination());
            if (isCall && isPhone && (each.provisional() >= RINGING || each.isAccepted())) {
                dialogs.computeIfAbsent(each.destination(), _ -> new HashSet<>()).add(dialog);
                hops.add(each);
            }
        }
    }

    /// How many rang.
    private int count() {
        return dialogs.size();
    }

    /// Adds to what is stated which phones rang, and how often; nothing if none is known to.
    void describe(Observed observed) {
        if (!dialogs.isEmpty()) {
            List<Sentence> phones = dialogs.entrySet()
                    .stream()
                    .sorted(Comparator.comparingInt(each -> -each.getValue().size()))
                    .map(each -> Observed.TEXTS.sentence("rang.phone", host(traffic.table().host(each.getKey())),
                            Sentence.count(each.getValue().size())))
                    .toList();
            observed.words(Sentence.Punctuation.SEMICOLON)
                    .clause(Observed.TEXTS.sentence("rang", Sentence.count(count()), Observed.few(phones)), hops);
        }
    }
}
