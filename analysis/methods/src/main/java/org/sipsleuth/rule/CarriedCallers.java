package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// Finds SPIT by caller number at hosts that carry the calls of many: trunks, SBCs, NAT, servers.
///
/// A number calls many users within a day, whoever answers hangs up or is hung up on at once, and
/// nobody ever calls it, or another number of its block. Numbers behind one host that are of one
/// block or take turns are one campaign.
final class CarriedCallers {

    private static final String CALLS = "spit-number-calls";
    private static final String SHORT_SHARE = "spit-number-short-share";
    private static final String SHORT_ANSWERED = "spit-number-short-answered";
    private static final String CALLED = "spit-number-called";

    /// Fewer callers who talk or are called do not show that a host carries the calls of others …
    private static final int FEWEST_OTHERS = 5;

    /// … nor does a smaller share of its callers: of those who spam, some are listened to.
    private static final double SHARE_OF_OTHERS = 0.25;

    private static final double HALF = 0.5;
    private static final int MOST_NAMED = 50;

    /// A host that is called for so many users is no phone.
    private static final int SEVERAL = 2;

    private final Traffic traffic;
    private final double leastCallees;
    private final TransactionTable table;

    /// How often users are called.
    private final Map<String, Integer> called = new HashMap<>();

    /// How often the numbers of a block are called, and what they call.
    private final Map<String, Integer> blockCalled = new HashMap<>();

    private final Map<String, List<Call>> blockCalls = new HashMap<>();

    /// Callers behind one host that do it together.
    ///
    /// @param carrier the host
    /// @param calls in the order of time
    /// @param isMinor whether it may as well be a service: a reminder, a code, an alarm
    record Campaign(int carrier, List<Call> calls, boolean isMinor) {

        /// The numbers as actors.
        Actors actors(TransactionTable table) {
            List<String> callers = callers(table);
            return Actors.behind(table.host(carrier), callers.stream().limit(MOST_NAMED).toList(), callers.size());
        }

        /// The hosts that took the calls to several users: no phones.
        Set<Integer> servers() {
            Map<Integer, Set<Integer>> users = new HashMap<>();
            calls.forEach(call -> users.computeIfAbsent(call.destination(), _ -> new HashSet<>()).add(call.callee()));
            users.values().removeIf(its -> its.size() < SEVERAL);
            return Set.copyOf(users.keySet());
        }

        private List<String> callers(TransactionTable table) {
            return calls.stream().map(Call::caller).distinct().map(table::user).sorted().toList();
        }
    }

    /// @param leastCallees different users that each calls
    CarriedCallers(Traffic traffic, double leastCallees) {
        this.traffic = traffic;
        this.leastCallees = leastCallees;
        table = traffic.table();
    }

    static List<Setting> thresholds() {
        return List.of(
                Setting.whole(CALLS, 8, "calls", 2, 1_000_000,
                        "calls of one number within a day that may be SPIT, where a trunk, SBC or NAT carries it"),
                Setting.real(SHORT_SHARE, 0.9, "", 0, 1, "share of its calls that are short, unanswered or refused"),
                Setting.real(SHORT_ANSWERED, 0.8, "", 0, 1, "share of its answered calls that are short"),
                Setting.real(CALLED, 0.02, "", 0, 1_000,
                        "calls to it, or to the numbers of its block, for each one that they make, at most"));
    }

    /// The campaigns, in the order of their first calls. Cost: all calls, twice if there are
    /// candidates.
    List<Campaign> found() {
        Map<Integer, Map<Integer, List<Call>>> candidates = candidates();
        if (candidates.isEmpty()) {
            return List.of();
        }
        readCalls(candidates);
        List<Campaign> found = new ArrayList<>();
        candidates.forEach((carrier, byCaller) -> {
            byCaller.values().removeIf(calls -> !isUnasked(calls));
            if (!byCaller.isEmpty() && carriesOthers(carrier, byCaller.keySet())) {
                together(byCaller).forEach(callers -> add(carrier, callers, found));
            }
        });
        return found;
    }

    /// Callers that call often enough and whose calls are short, by their hosts.
    private Map<Integer, Map<Integer, List<Call>>> candidates() {
        int least = traffic.settings().count(CALLS);
        Map<Long, List<Call>> byCaller = new LinkedHashMap<>();
        for (Call call : traffic.openCalls()) {
            if (call.caller() >= 0 && !SpitCampaigns.isWithheld(table.user(call.caller()))) {
                long key = ((long) call.source() << Integer.SIZE) | call.caller();
                byCaller.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(call);
            }
        }
        Map<Integer, Map<Integer, List<Call>>> candidates = new TreeMap<>();
        for (List<Call> calls : byCaller.values()) {
            if (calls.size() >= least && isShort(calls)) {
                Call first = calls.getFirst();
                candidates.computeIfAbsent(first.source(), _ -> new LinkedHashMap<>()).put(first.caller(), calls);
            }
        }
        return candidates;
    }

    private boolean isShort(List<Call> calls) {
        Settings settings = traffic.settings();
        long[] times = calls.stream().mapToLong(Call::atNanos).toArray();
        if (Peak.within(times, Spit.DAY) < settings.count(CALLS)) {
            return false;
        }
        SpitCalls its = new SpitCalls(calls, traffic);
        return its.callees() >= leastCallees && its.areShort(settings.real(SHORT_SHARE)) && its.areForUsers()
                && areAnsweredShort(calls);
    }

    private boolean areAnsweredShort(List<Call> calls) {
        List<Call> answered = calls.stream().filter(Call::isAnswered).toList();
        return new SpitCalls(answered, traffic).areShort(traffic.settings().real(SHORT_ANSWERED));
    }

    private void readCalls(Map<Integer, Map<Integer, List<Call>>> candidates) {
        for (Map<Integer, List<Call>> byCaller : candidates.values()) {
            byCaller.keySet()
                    .forEach(caller -> block(caller).ifPresent(block -> blockCalls.put(block, new ArrayList<>())));
        }
        for (Call call : table.calls()) {
            String callee = DialledNumbers.plain(table.user(call.callee()));
            called.merge(callee, 1, Integer::sum);
            SpitCampaigns.block(callee).ifPresent(block -> blockCalled.merge(block, 1, Integer::sum));
            block(call.caller()).map(blockCalls::get).ifPresent(calls -> calls.add(call));
        }
    }

    private Optional<String> block(int user) {
        return SpitCampaigns.block(DialledNumbers.plain(table.user(user)));
    }

    /// Whether nobody calls the caller back, nobody calls or listens to the other numbers of its
    /// block, and it is no registered one that has always called the users of its place.
    private boolean isUnasked(List<Call> calls) {
        double most = traffic.settings().real(CALLED);
        int caller = calls.getFirst().caller();
        String name = DialledNumbers.plain(table.user(caller));
        boolean isOfService = block(caller).filter(block -> {
            List<Call> its = blockCalls.getOrDefault(block, calls);
            return blockCalled.getOrDefault(block, 0) > most * its.size() || !areAnsweredShort(its);
        }).isPresent();
        boolean isUsual = traffic.roles().owner(caller) >= 0 && Spit.hasAlwaysCalled(calls, traffic);
        return called.getOrDefault(name, 0) <= most * calls.size() && !isOfService && !isUsual;
    }

    /// Whether a host carries the calls of others: it is a trunk or a server, or enough of its other
    /// callers talk, or are called.
    private boolean carriesOthers(int host, Set<Integer> callers) {
        if (traffic.roles().isTrunk(host) || traffic.roles().isServer(host)) {
            return true;
        }
        Map<Integer, List<Call>> others = table.calls()
                .stream()
                .filter(call -> call.source() == host && call.caller() >= 0 && !callers.contains(call.caller()))
                .collect(Collectors.groupingBy(Call::caller));
        long ordinary = others.values().stream().filter(this::isOrdinary).count();
        return ordinary >= FEWEST_OTHERS && ordinary >= SHARE_OF_OTHERS * others.size();
    }

    private boolean isOrdinary(List<Call> calls) {
        List<Call> answered = calls.stream().filter(Call::isAnswered).toList();
        long shortOnes = new SpitCalls(answered, traffic).shortOnes();
        String name = DialledNumbers.plain(table.user(calls.getFirst().caller()));
        return called.containsKey(name) || (!answered.isEmpty() && shortOnes <= HALF * answered.size());
    }

    /// Callers of one block, or that take turns, together. Cost: each is compared with a limited
    /// number of others.
    private static List<List<List<Call>>> together(Map<Integer, List<Call>> byCaller) {
        List<List<Call>> all = List.copyOf(byCaller.values());
        Sets joined = new Sets(all.size());
        for (int later = 1; later < all.size(); later++) {
            for (int earlier = Math.max(0, later - SpitCampaigns.MOST_COMPARED); earlier < later; earlier++) {
                if (SpitCampaigns.areTurns(all.get(earlier), all.get(later))) {
                    joined.join(earlier, later);
                }
            }
        }
        Map<Integer, List<List<Call>>> groups = new LinkedHashMap<>();
        for (int place = 0; place < all.size(); place++) {
            groups.computeIfAbsent(joined.of(place), _ -> new ArrayList<>()).add(all.get(place));
        }
        return List.copyOf(groups.values());
    }

    private void add(int carrier, List<List<Call>> callers, List<Campaign> found) {
        boolean areFew = callers.size() < traffic.settings().count(SpitCampaigns.SOURCES);
        if (areFew && callers.stream().anyMatch(CarriedCallers::knowsItsUsers)) {
            return;
        }
        List<Call> calls = callers.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Call::atNanos).thenComparingInt(call -> call.first().request()))
                .toList();
        found.add(new Campaign(carrier, calls, areFew));
    }

    /// Whether a caller calls the same users day after day, as an alarm server does: each of them
    /// again on at least half of the later days. A day begins at the time of the first call.
    private static boolean knowsItsUsers(List<Call> calls) {
        long first = calls.getFirst().atNanos();
        Set<Long> days = new HashSet<>();
        Set<List<Long>> daysOfUsers = new HashSet<>();
        Set<Integer> callees = new HashSet<>();
        for (Call call : calls) {
            long day = Math.floorDiv(call.atNanos() - first, Spit.DAY);
            days.add(day);
            daysOfUsers.add(List.of((long) call.callee(), day));
            callees.add(call.callee());
        }
        int again = daysOfUsers.size() - callees.size();
        return days.size() > 1 && again >= HALF * callees.size() * (days.size() - 1);
    }
}
