package org.sipsleuth.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// SPIT of strangers to one target, each campaign once, from however many addresses it comes.
///
/// Sources belong together if they write alike, use one caller name or the numbers of one block, or
/// if each is SPIT by itself and they take turns: at the same time, each with about as many calls.
/// What calls have in common sets nobody apart where it is the network's own: see [OrdinaryCalls].
///
/// A source in the network of a trunk belongs to a campaign only by its writing: if it differs from
/// the trunk's, and sources of other networks write alike.
final class SpitCampaigns {

    static final String CALLS = "spit-pooled-calls";
    static final String SOURCES = "spit-pooled-sources";

    private static final double SHORT_SHARE = 0.7;
    private static final double SHORT_SHARE_OF_SOURCE = 0.6;

    /// Sources that take turns make as many calls as each other, up to this factor.
    private static final double SIMILAR = 2.5;

    /// A source is compared with no more than so many others of its target, the latest ones.
    static final int MOST_COMPARED = 100;

    private static final double HALF = 0.5;

    /// Of the calls of sources that write alike, at least this share comes from networks without a
    /// trunk.
    private static final double SHARE_OUTSIDE = 0.25;

    /// A block of numbers: a thousand.
    private static final int DIGITS_OF_BLOCK = 3;

    private static final int FEWEST_DIGITS = 8;

    /// Caller names that many callers share.
    private static final Set<String> NO_NAMES =
            Set.of("", "anonymous", "unavailable", "unknown", "restricted", "private");

    private final Traffic traffic;
    private final double leastCallees;
    private final List<List<Call>> sources = new ArrayList<>();

    /// The places of sources that are SPIT by themselves.
    private final BitSet spit = new BitSet();

    /// Hosts in networks that take calls.
    private final BitSet beside = new BitSet();

    private long comparisons;

    /// What calls have in common.
    private record Trait(int target, String kind, String value) {}

    /// @param leastCallees different users that a campaign calls
    SpitCampaigns(Traffic traffic, double leastCallees) {
        this.traffic = traffic;
        this.leastCallees = leastCallees;
    }

    /// Adds a source whose calls are SPIT by themselves.
    void addSpit(List<Call> calls) {
        spit.set(sources.size());
        add(calls);
    }

    /// Adds a source whose calls alone are too few.
    void add(List<Call> calls) {
        sources.add(calls);
    }

    /// Adds a source in a network in which a trunk, or another host, takes calls.
    void addBeside(List<Call> calls) {
        beside.set(calls.getFirst().source());
        add(calls);
    }

    /// How often two sources were compared.
    long comparisons() {
        return comparisons;
    }

    /// The calls of each campaign, in the order of time.
    List<List<Call>> found() {
        Map<Trait, List<Call>> byTrait = new LinkedHashMap<>();
        IdentityHashMap<Call, Integer> places = new IdentityHashMap<>();
        List<Call> all = new ArrayList<>();
        for (int source = 0; source < sources.size(); source++) {
            List<Call> calls = sources.get(source);
            if (spit.get(source) || new SpitCalls(calls, traffic).areShort(SHORT_SHARE_OF_SOURCE)) {
                all.addAll(calls);
            }
        }
        all.sort(Comparator.comparingLong(Call::atNanos).thenComparingInt(call -> call.first().request()));
        WritingStyles styles = new WritingStyles(traffic.table());
        Optional<CalledWriting> called =
                beside.isEmpty() ? Optional.empty() : Optional.of(new CalledWriting(traffic.roles(), styles));
        for (Call call : all) {
            places.put(call, places.size());
            for (Trait trait : traits(call, styles, called)) {
                byTrait.computeIfAbsent(trait, _ -> new ArrayList<>(1)).add(call);
            }
        }
        List<List<Call>> together = new ArrayList<>();
        byTrait.values().removeIf(alike -> alike.size() < traffic.settings().count(CALLS));
        OrdinaryCalls<Trait> ordinary =
                new OrdinaryCalls<>(traffic, byTrait.keySet(), call -> traits(call, styles, called));
        byTrait.forEach((trait, alike) -> {
            List<List<Call>> whole = otherwise(trait, alike, ordinary);
            together.addAll(whole.isEmpty() ? otherwise(trait, ordinary.ofStrangers(alike), ordinary) : whole);
        });
        spit.stream().mapToObj(sources::get).forEach(together::add);
        together.addAll(takingTurns());
        Sets joined = new Sets(all.size());
        BitSet members = new BitSet();
        for (List<Call> calls : together) {
            int first = -1;
            for (Call call : calls) {
                int place = places.getOrDefault(call, -1);
                if (place >= 0) {
                    members.set(place);
                    joined.join(first < 0 ? place : first, place);
                    first = place;
                }
            }
        }
        Map<Integer, List<Call>> found = new LinkedHashMap<>();
        members.stream()
                .forEach(place -> found.computeIfAbsent(joined.of(place), _ -> new ArrayList<>()).add(all.get(place)));
        return List.copyOf(found.values());
    }

    /// @param called how hosts write beside which there are sources
    private List<Trait> traits(Call call, WritingStyles styles, Optional<CalledWriting> called) {
        int target = call.destination();
        Trait style = new Trait(target, "style", Integer.toString(styles.number(call.first())));
        if (beside.get(call.source())) {
            return called.filter(its -> its.isOther(call.first())).stream().map(_ -> style).toList();
        }
        List<Trait> traits = new ArrayList<>(3);
        traits.add(style);
        String name = traffic.table().user(call.caller()).toLowerCase(Locale.ROOT);
        if (!NO_NAMES.contains(name)) {
            traits.add(new Trait(target, "name", name));
        }
        block(name).ifPresent(block -> traits.add(new Trait(target, "block", block)));
        return traits;
    }

    /// The first digits of a telephone number, which a thousand numbers share.
    static Optional<String> block(String name) {
        String digits = name.startsWith("+") ? name.substring(1) : name;
        boolean isNumber = digits.length() >= FEWEST_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(digits.substring(0, digits.length() - DIGITS_OF_BLOCK)) : Optional.empty();
    }

    /// Whether a caller does not say who it is, so that many share the name.
    static boolean isWithheld(String name) {
        return NO_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private List<List<Call>> otherwise(Trait trait, List<Call> alike, OrdinaryCalls<Trait> ordinary) {
        return campaigns(alike).stream()
                .filter(calls -> ordinary.areOtherwise(trait, calls, new SpitCalls(calls, traffic).callees()))
                .toList();
    }

    /// Calls with something in common that are SPIT of several sources.
    private List<List<Call>> campaigns(List<Call> alike) {
        int least = traffic.settings().count(CALLS);
        List<List<Call>> campaigns = new ArrayList<>();
        int from = 0;
        for (List<HopTransaction> span : Spans.byHabit(alike.stream().map(Call::first).toList())) {
            List<Call> calls = alike.subList(from, from + span.size());
            from += span.size();
            SpitCalls its = new SpitCalls(calls, traffic);
            long[] times = calls.stream().mapToLong(Call::atNanos).toArray();
            if (Peak.within(times, Spit.DAY) >= least
                    && calls.stream().mapToInt(Call::source).distinct().count() >= traffic.settings().count(SOURCES)
                    && isOutside(calls) && its.callees() >= leastCallees && its.areShort(SHORT_SHARE)
                    && its.areForUsers()) {
                campaigns.add(calls);
            }
        }
        return campaigns;
    }

    /// Whether enough of some calls come from networks without a trunk.
    private boolean isOutside(List<Call> calls) {
        long outside = calls.stream().filter(call -> !beside.get(call.source())).count();
        return outside >= SHARE_OUTSIDE * calls.size();
    }

    /// Pairs of sources that are SPIT by themselves and call one target in turns: each source with
    /// the first of the target that it takes turns with. Cost: the sources.
    private List<List<Call>> takingTurns() {
        List<List<Call>> pairs = new ArrayList<>();
        Map<Integer, Deque<List<Call>>> firsts = new HashMap<>();
        for (int place : spit.stream().toArray()) {
            List<Call> its = sources.get(place);
            Deque<List<Call>> others = firsts.computeIfAbsent(its.getFirst().destination(), _ -> new ArrayDeque<>(1));
            Optional<List<Call>> first =
                    others.stream().peek(_ -> comparisons++).filter(each -> areTurns(its, each)).findFirst();
            if (first.isPresent()) {
                List<Call> pair = new ArrayList<>(first.get());
                pair.addAll(its);
                pairs.add(pair);
            } else {
                others.addLast(its);
                if (others.size() > MOST_COMPARED) {
                    others.removeFirst();
                }
            }
        }
        return pairs;
    }

    /// Whether two sources call at the same time, each about as often.
    static boolean areTurns(List<Call> one, List<Call> other) {
        double fewer = Math.min(one.size(), other.size());
        long begin = Math.max(one.getFirst().atNanos(), other.getFirst().atNanos());
        long end = Math.min(one.getLast().atNanos(), other.getLast().atNanos());
        long first = Math.min(one.getFirst().atNanos(), other.getFirst().atNanos());
        long last = Math.max(one.getLast().atNanos(), other.getLast().atNanos());
        return Math.max(one.size(), other.size()) <= SIMILAR * fewer && end - begin >= HALF * (last - first);
    }
}
