package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Finds floods, target by target and method by method, and marks their requests as explained:
/// first those of single sources, then those of many sources together.
final class FloodSearch {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Ten minutes of an INVITE flood have as many as 2.4 minutes of a dense one, an hour as 5.
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static final double OF_TEN_MINUTES = 2.4;
    /// As many in ten minutes as in 4 dense ones, since keep-alives are usual.
    private static final double OF_KEEP_ALIVES = 4;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double OF_AN_HOUR = 5;

    /// A flood from many sources ends with a pause of this length; its target also gets other
    /// requests.
    private static final long PAUSE = Duration.ofSeconds(20).toNanos();

    /// What the source of a flood sends to its target so shortly before and after is part of it.
    private static final long BEFORE = Duration.ofSeconds(2).toNanos();

    private static final long AFTER = MINUTE.toNanos();

    /// So many sources that flood one target are one flood.
    private static final int MANY_FLOODERS = 5;

    /// A source with a smaller share of the requests is one of many.
    private static final double SHARE_OF_FLOODER = 0.02;

    private static final int FEWEST_SOURCES = 3;

    /// From this share of a flood's sources on, phones and trunks show that addresses are forged.
    private static final double SHARE_OF_BORROWED = 0.1;

    /// Of invented addresses, each sends so few.
    private static final int REQUESTS_OF_INVENTED = 3;

    private static final int FEWEST_INVENTED = 10;
    private static final double SHARE_OF_ONE_TOOL = 0.9;
    private static final double HALF = 0.5;

    /// Sources that flood together send as much as each other, up to this factor.
    private static final double SIMILAR = 2.5;

    /// Sources of which each sends no more than this in a minute, from the beginning of a capture
    /// to its end, keep something alive.
    private static final double KEEP_ALIVES = 6;

    private static final double WHOLE_CAPTURE = 0.9;
    private static final double KEPT_ALIVE_MINUTES = 2;

    /// As many REGISTERs in a minute are a flood also for many users.
    private static final int DENSE_REGISTERS = 600;

    private static final Set<String> METHODS = Set.of("INVITE", "REGISTER", "OPTIONS", "BYE", "CANCEL", "SUBSCRIBE",
            "NOTIFY", "PUBLISH", "MESSAGE", "REFER", "INFO", "PRACK", "UPDATE");

    private final Traffic traffic;
    private final TransactionTable table;
    private final HostRoles roles;
    private final DeadTransactions dead;
    private final Groups toTarget;
    private final List<Flood> floods = new ArrayList<>();

    /// @param toTarget the transactions at their hop of origin, by destination
    FloodSearch(Traffic traffic, Groups toTarget) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.roles = traffic.roles();
        this.dead = new DeadTransactions(traffic);
        this.toTarget = toTarget;
    }

    /// All floods, by target and method.
    List<Flood> floods() {
        int least = METHODS.stream().mapToInt(this::most).min().orElse(0);
        for (int target = 0; target < toTarget.count(); target++) {
            if (toTarget.of(target).size() > least) {
                traffic.monitor().throwIfCancelled();
                search(target);
            }
        }
        return floods;
    }

    private int most(String method) {
        return Floods.most(method, traffic.settings());
    }

    private void search(int target) {
        Map<String, List<HopTransaction>> byMethod = new TreeMap<>();
        for (HopTransaction each : toTarget.of(target)) {
            boolean isOpen = !traffic.isExplained(each) && !roles.isServer(each.source())
                    && !(each.method() == MessageTypes.OPTIONS && roles.role(each.source()) == Role.MONITORING);
            if (isOpen && dead.isDead(each)) {
                byMethod.computeIfAbsent(method(each), _ -> new ArrayList<>()).add(each);
            }
        }
        byMethod.forEach((method, requests) -> {
            if (requests.size() > most(method)) {
                ofSingleSources(target, method, requests);
                ofManySources(target, method, requests);
            }
        });
    }

    /// The method; empty for those that nobody knows, of which there may be any number.
    private String method(HopTransaction each) {
        String name = table.index().messages().typeName(each.method());
        return METHODS.contains(name) ? name : "";
    }

    private void ofSingleSources(int target, String method, List<HopTransaction> requests) {
        Counts sources = Counts.of(HopTransaction::source, requests);
        double fewest = Math.max(most(method) + 1, SHARE_OF_FLOODER * requests.size());
        Set<Integer> flooders = sources.atLeast(fewest).boxed().collect(Collectors.toCollection(TreeSet::new));
        List<HopTransaction> theirs = requests.stream().filter(each -> flooders.contains(each.source())).toList();
        boolean areAmongMany =
                sources.atLeast(most(method) + 1).count() >= MANY_FLOODERS && theirs.size() <= HALF * requests.size();
        if (flooders.size() >= MANY_FLOODERS || areAmongMany) {
            return; // one flood of many sources
        }
        if (flooders.size() > 1 && areOne(theirs)) {
            for (List<HopTransaction> span : Spans.byHabit(theirs)) {
                if (isFlood(span, method)) {
                    add(pooled(target, method, span, Counts.of(HopTransaction::source, span)));
                }
            }
            return;
        }
        for (int flooder : flooders) {
            List<HopTransaction> its = theirs.stream().filter(each -> each.source() == flooder).toList();
            for (List<HopTransaction> span : Spans.byHabit(its)) {
                if (isFlood(span, method) || isSlowFlood(span, method)) {
                    add(new Flood(target, method, span, 1, List.of(flooder), owners(span), Forging.NONE));
                    traffic.explain(around(span), floods.getLast().kind());
                }
            }
        }
    }

    /// Whether a few sources flood together: as much, and at the same time. If they are two, also
    /// written alike. Of sources that write alike and flood the same users, one may begin late.
    private boolean areOne(List<HopTransaction> requests) {
        List<List<HopTransaction>> bySource = Groups.parts(HopTransaction::source, requests);
        long lastBegin = Long.MIN_VALUE;
        long firstEnd = Long.MAX_VALUE;
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (List<HopTransaction> its : bySource) {
            lastBegin = Math.max(lastBegin, its.getFirst().atNanos());
            firstEnd = Math.min(firstEnd, its.getLast().atNanos());
            least = Math.min(least, its.size());
            most = Math.max(most, its.size());
        }
        boolean areAlike = FingerprintText.mostAlike(table, requests) >= SHARE_OF_ONE_TOOL * requests.size();
        int users = Counts.of(HopTransaction::toUser, requests).size();
        boolean haveUsers = bySource.stream().allMatch(its -> Counts.of(HopTransaction::toUser, its).size() == users);
        long whole = requests.getLast().atNanos() - requests.getFirst().atNanos();
        boolean isAtOnce = (areAlike && haveUsers) ? firstEnd > lastBegin : firstEnd - lastBegin >= HALF * whole;
        return isAtOnce && most <= SIMILAR * least && (bySource.size() > 2 || areAlike);
    }

    /// What the source of a flood sends by the same method, also what does come to something.
    private List<HopTransaction> around(List<HopTransaction> span) {
        HopTransaction first = span.getFirst();
        return toTarget.of(first.destination(), first.atNanos() - BEFORE, span.getLast().atNanos() + AFTER)
                .stream()
                .filter(each -> each.source() == first.source())
                .filter(each -> each.method() == first.method())
                .toList();
    }

    private void ofManySources(int target, String method, List<HopTransaction> requests) {
        List<HopTransaction> rest = requests.stream()
                .filter(each -> !traffic.isExplained(each))
                .filter(each -> !isRoutine(method) || !roles.isKnown(each.source()))
                .filter(each -> !isOwnRegistration(each, method))
                .toList();
        for (List<HopTransaction> burst : Spans.bursts(rest, PAUSE)) {
            List<HopTransaction> sent = withoutBystanders(burst);
            Counts sources = Counts.of(HopTransaction::source, sent);
            if (sources.size() >= FEWEST_SOURCES && isFlood(sent, method)
                    && !(isRoutine(method) && keepsAlive(sent, sources))) {
                add(pooled(target, method, sent, sources));
            }
        }
    }

    /// Whether phones send it every now and then, whatever is answered.
    private static boolean isRoutine(String method) {
        return switch (method) {
            case "INVITE", "REGISTER", "BYE", "CANCEL" -> false;
            default -> true;
        };
    }

    /// Whether a phone registers its own account: many at once are back after an outage.
    private boolean isOwnRegistration(HopTransaction each, String method) {
        return method.equals("REGISTER") && each.toUser() != HopTransaction.NONE
                && roles.registeredAtNanos(each.toUser(), each.source()) != 0;
    }

    /// Without the few phones and trunks whose own requests came to nothing meanwhile.
    private List<HopTransaction> withoutBystanders(List<HopTransaction> burst) {
        Counts sources = Counts.of(HopTransaction::source, burst);
        int owners = owners(burst);
        return owners == 0 || owners >= SHARE_OF_BORROWED * sources.size() ? burst
                : burst.stream()
                        .filter(each -> !roles.isKnown(each.source()))
                        .filter(each -> !dead.isCaller(each.source()))
                        .toList();
    }

    private boolean keepsAlive(List<HopTransaction> burst, Counts sources) {
        double span = burst.getLast().atNanos() - burst.getFirst().atNanos();
        double minutes = span / MINUTE.toNanos();
        Span covered = table.index().dialogs().coverage(burst.getFirst().request());
        return minutes >= KEPT_ALIVE_MINUTES && span >= WHOLE_CAPTURE * (covered.toNanos() - covered.fromNanos())
                && sources.median() > 1 && sources.highest() <= KEEP_ALIVES * minutes;
    }

    /// Whether one source floods for so long that it needs not be dense.
    private boolean isSlowFlood(List<HopTransaction> span, String method) {
        double times = switch (method) {
            case "REGISTER" -> OF_TEN_MINUTES;
            case "OPTIONS" -> OF_KEEP_ALIVES;
            default -> Double.MAX_VALUE;
        };
        return Spans.peak(span, TEN_MINUTES).count() > times * most(method)
                && Counts.of(HopTransaction::toUser, span).size() * triesOf(Floods.REGISTER_TRIES.name()) < span.size();
    }

    private boolean isFlood(List<HopTransaction> span, String method) {
        int most = most(method);
        int dense = Spans.peak(span, MINUTE).count();
        boolean isDense = dense > most;
        if (method.equals("INVITE") && !isDense) {
            isDense = Spans.peak(span, TEN_MINUTES).count() > OF_TEN_MINUTES * most
                    || Spans.peak(span, HOUR).count() > OF_AN_HOUR * most;
        }
        return isDense && switch (method) {
            case "INVITE", "OPTIONS" -> span.size() > triesOf(Floods.TRIES.name()) * users(span);
            case "REGISTER" -> {
                int users = Counts.of(HopTransaction::toUser, span).size();
                boolean areFew = users == 1 || dense >= DENSE_REGISTERS;
                yield span.size() > users * triesOf(areFew ? Floods.TRIES.name() : Floods.REGISTER_TRIES.name());
            }
            case "BYE", "CANCEL" -> 2 * span.stream().filter(dead::isOfCall).count() <= span.size();
            default -> true;
        };
    }

    private int triesOf(String setting) {
        return traffic.settings().count(setting);
    }

    private static int users(List<HopTransaction> span) {
        return Math.min(Counts.of(HopTransaction::requestUser, span).size(),
                Counts.of(HopTransaction::toUser, span).size());
    }

    /// The flood that some requests are, from whatever sources.
    Flood pooled(int target, String method, List<HopTransaction> sent, Counts sources) {
        int borrowed = owners(sent);
        Forging forging = forging(sent, sources, borrowed);
        List<Integer> actors = forging != Forging.NONE || sources.size() > HostNames.MOST_ACTORS ? List.of()
                : sources.all().boxed().toList();
        return new Flood(target, method, sent, sources.size(), actors, borrowed, forging);
    }

    private Forging forging(List<HopTransaction> sent, Counts sources, int borrowed) {
        if (borrowed >= Math.max(1, SHARE_OF_BORROWED * sources.size())) {
            return Forging.BORROWED;
        }
        boolean areInvented = sources.size() >= FEWEST_INVENTED && sources.median() <= REQUESTS_OF_INVENTED
                && FingerprintText.mostAlike(table, sent) >= SHARE_OF_ONE_TOOL * sent.size();
        if (areInvented) {
            return Forging.INVENTED;
        }
        return new SharedCounter(table).isOfOneProgram(sent) ? Forging.ONE_PROGRAM : Forging.NONE;
    }

    /// How many of the sources otherwise behave as phones and trunks do.
    private int owners(List<HopTransaction> sent) {
        return Math.toIntExact(Counts.of(HopTransaction::source, sent)
                .all()
                .filter(source -> roles.isKnown(source) || dead.isCaller(source))
                .count());
    }

    private void add(Flood flood) {
        floods.add(flood);
        traffic.explain(flood.requests(), flood.kind());
    }
}
