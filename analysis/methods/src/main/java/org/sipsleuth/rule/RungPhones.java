package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;

/// Which phones INVITEs reached, by whatever way, and which of them rang. What the capture does not
/// show of the way behind a server is not counted.
final class RungPhones {

    private static final int RINGING = 180;
    private static final int MOST_NAMES = 10;

    private final Traffic traffic;

    /// Hosts that take calls for many users, of whom the capture shows no phone.
    private final Set<Integer> servers;

    private final Set<Integer> reached = new TreeSet<>();
    private final Map<Integer, Set<Integer>> dialogs = new TreeMap<>();
    private final List<HopTransaction> hops = new ArrayList<>();
    private int again;

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
            boolean isPhone = isPhone(each);
            boolean isRung = each.provisional() >= RINGING || each.isAccepted();
            if (isCall && isPhone && (isRung || each.status() != 0)) {
                reached.add(each.destination());
            }
            if (isCall && isPhone && isRung) {
                again += each.retransmissions();
                dialogs.computeIfAbsent(each.destination(), _ -> new HashSet<>()).add(dialog);
                hops.add(each);
            }
        }
    }

    /// Whether a host is called as a phone is: through a server, or it registered. A service that
    /// everybody calls directly is none.
    private boolean isPhone(HopTransaction call) {
        HostRoles roles = traffic.roles();
        int host = call.destination();
        boolean isOther = roles.isServer(host) || roles.isTrunk(host) || servers.contains(host);
        return !isOther && (roles.isServer(call.source()) || roles.registeredAtNanos(host) != 0);
    }

    /// Those that answered in any way.
    Stream<Integer> reached() {
        return reached.stream();
    }

    /// How many rang.
    int count() {
        return dialogs.size();
    }

    /// How many calls made a phone ring.
    int calls() {
        return Math.toIntExact(dialogs.values().stream().flatMap(Set::stream).distinct().count());
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
                    .clause(Observed.TEXTS.sentence("rang", Sentence.count(count()), Observed.few(phones, MOST_NAMES)),
                            hops);
            if (again > 0) {
                observed.words(Sentence.Punctuation.COMMA,
                        Observed.TEXTS.sentence("rang.again", Sentence.count(again)));
            }
        }
    }
}
