package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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
final class SpitCampaigns {

    static final String CALLS = "spit-pooled-calls";
    static final String SOURCES = "spit-pooled-sources";

    private static final double SHORT_SHARE = 0.7;
    private static final double SHORT_SHARE_OF_SOURCE = 0.6;

    /// Sources that take turns make as many calls as each other, up to this factor.
    private static final double SIMILAR = 2.5;

    /// A source is compared with no more than so many others.
    private static final int MOST_COMPARED = 1_000;

    private static final double HALF = 0.5;

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
        all.sort(
                Comparator.comparingLong(Call::atNanos)
                        .thenComparingInt(call -> call.first().request()));
        WritingStyles styles = new WritingStyles(traffic.table());
        for (Call call : all) {
            places.put(call, places.size());
            for (Trait trait : traits(call, styles)) {
                byTrait.computeIfAbsent(trait, _ -> new ArrayList<>(1)).add(call);
            }
        }
        List<List<Call>> together = new ArrayList<>();
        byTrait.values().forEach(alike -> together.addAll(campaigns(alike)));
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
                .forEach(
                        place ->
                                found.computeIfAbsent(joined.of(place), _ -> new ArrayList<>())
                                        .add(all.get(place)));
        return List.copyOf(found.values());
    }

    private List<Trait> traits(Call call, WritingStyles styles) {
        int target = call.destination();
        List<Trait> traits = new ArrayList<>(3);
        traits.add(new Trait(target, "style", Integer.toString(styles.number(call.first()))));
        String name = traffic.table().user(call.caller()).toLowerCase(Locale.ROOT);
        if (!NO_NAMES.contains(name)) {
            traits.add(new Trait(target, "name", name));
        }
        block(name).ifPresent(block -> traits.add(new Trait(target, "block", block)));
        return traits;
    }

    /// The first digits of a telephone number, which a thousand numbers share.
    private static Optional<String> block(String name) {
        String digits = name.startsWith("+") ? name.substring(1) : name;
        boolean isNumber =
                digits.length() >= FEWEST_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber
                ? Optional.of(digits.substring(0, digits.length() - DIGITS_OF_BLOCK))
                : Optional.empty();
    }

    /// Calls with something in common that are SPIT of several sources.
    private List<List<Call>> campaigns(List<Call> alike) {
        int least = traffic.settings().count(CALLS);
        List<List<Call>> campaigns = new ArrayList<>();
        if (alike.size() < least) {
            return campaigns;
        }
        int from = 0;
        for (List<HopTransaction> span : Spans.byHabit(alike.stream().map(Call::first).toList())) {
            List<Call> calls = alike.subList(from, from + span.size());
            from += span.size();
            SpitCalls its = new SpitCalls(calls, traffic);
            long[] times = calls.stream().mapToLong(Call::atNanos).toArray();
            if (Peak.within(times, Spit.DAY) >= least
                    && calls.stream().mapToInt(Call::source).distinct().count()
                            >= traffic.settings().count(SOURCES)
                    && its.callees() >= leastCallees
                    && its.areShort(SHORT_SHARE)
                    && its.areForUsers()) {
                campaigns.add(calls);
            }
        }
        return campaigns;
    }

    /// Pairs of sources that are SPIT by themselves and call one target in turns: each source with
    /// the first that it takes turns with.
    private List<List<Call>> takingTurns() {
        List<List<Call>> pairs = new ArrayList<>();
        List<List<Call>> firsts = new ArrayList<>();
        spit.stream()
                .mapToObj(sources::get)
                .forEach(
                        its -> {
                            Optional<List<Call>> others =
                                    firsts.stream().filter(each -> areTurns(its, each)).findFirst();
                            if (others.isPresent()) {
                                List<Call> pair = new ArrayList<>(others.get());
                                pair.addAll(its);
                                pairs.add(pair);
                            } else if (firsts.size() < MOST_COMPARED) {
                                firsts.add(its);
                            }
                        });
        return pairs;
    }

    private static boolean areTurns(List<Call> one, List<Call> other) {
        if (one.getFirst().destination() != other.getFirst().destination()) {
            return false;
        }
        double fewer = Math.min(one.size(), other.size());
        long begin = Math.max(one.getFirst().atNanos(), other.getFirst().atNanos());
        long end = Math.min(one.getLast().atNanos(), other.getLast().atNanos());
        long first = Math.min(one.getFirst().atNanos(), other.getFirst().atNanos());
        long last = Math.max(one.getLast().atNanos(), other.getLast().atNanos());
        return Math.max(one.size(), other.size()) <= SIMILAR * fewer
                && end - begin >= HALF * (last - first);
    }
}
