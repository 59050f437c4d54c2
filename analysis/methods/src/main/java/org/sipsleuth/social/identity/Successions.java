package org.sipsleuth.social.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;

/// Finds numbers whose calls fade and numbers whose calls rise, and pairs those who share contacts
/// (METHODS: identity continuity).
///
/// The rate of a user's calls is taken to change once, where that explains the calls best (Poisson,
/// maximum likelihood); it fades if that halves it, and rises if that doubles it, or more. The
/// score of two users is the share of common contacts (Jaccard) among those that one had before and
/// those that the other has after. A pair is reported if each is clearly the best of the other.
/// What is found is joined to one user, and looked at again: friends may have changed their
/// numbers, too.
public final class Successions {

    /// Fewer shared contacts are chance.
    private static final int FEWEST_SHARED = 4;

    /// Fewer calls say nothing about a rate.
    private static final int FEWEST_CALLS = 5;

    /// How much more likely the calls are with a change than without, as a logarithm.
    private static final double LEAST_GAIN = 2.5;

    private static final double LEAST_CHANGE = 2;

    /// One changes when the other does, give or take this share of the time of all records.
    private static final double AT_ONCE = 0.1;

    private static final double LEAST_SCORE = 0.3;
    private static final double LEAST_LEAD = 0.1;
    private static final int MOST_ROUNDS = 4;

    private final CallRecords records;

    private final UserCalls calls;

    /// When the rate of each user changes, in ns; 0 if it does not.
    private final long[] changes;

    private final boolean[] isRising;

    /// Who a number is: itself, or the number that took its place.
    private final int[] joined;

    private Successions(CallRecords records) {
        this.records = records;
        int users = records.users().size();
        joined = IntStream.range(0, users).toArray();
        calls = UserCalls.of(records);
        changes = new long[users];
        isRising = new boolean[users];
        IntStream.range(0, users).forEach(this::findChange);
    }

    private void findChange(int user) {
        int count = calls.count(user);
        double time = records.toNanos() - records.fromNanos();
        if (count < FEWEST_CALLS || time <= 0) {
            return;
        }
        double all = count * Math.log(count / time);
        double most = 0;
        for (int before = 0; before <= count; before++) {
            // just after the last call before, and just before the first one after
            long[] cuts = {
                before == 0 ? records.fromNanos() : startOf(user, before - 1) + 1,
                before == count ? records.toNanos() : startOf(user, before)};
            for (long cut : cuts) {
                double length = cut - records.fromNanos();
                double gain = likelihood(before, length) + likelihood(count - before, time - length) - all;
                double change = change(before, length, count - before, time - length);
                if (gain > most && gain >= LEAST_GAIN && change >= LEAST_CHANGE) {
                    most = gain;
                    changes[user] = cut;
                    isRising[user] = (count - before) * length > before * (time - length);
                }
            }
        }
    }

    private long startOf(int user, int place) {
        return records.startNanos(calls.call(user, place));
    }

    private static double likelihood(int count, double length) {
        return count == 0 || length <= 0 ? 0 : count * Math.log(count / length);
    }

    /// How many times as high one rate is as the other; half a call is added to each.
    private static double change(int one, double oneLength, int other, double otherLength) {
        double first = (one + 0.5) * Math.max(1, otherLength);
        double second = (other + 0.5) * Math.max(1, oneLength);
        return Math.max(first, second) / Math.min(first, second);
    }

    /// Who may have become whom, the most certain first. Cost: for each user who fades, the
    /// contacts of all who rise.
    public static List<Succession> of(CallRecords records) {
        return new Successions(records).found();
    }

    private List<Succession> found() {
        List<Succession> all = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Succession> more = new Round(taken).pairs();
            if (more.isEmpty()) {
                break;
            }
            all.addAll(more);
            for (Succession pair : more) {
                taken.add(pair.after());
                IntStream.range(0, joined.length)
                        .filter(user -> joined[user] == pair.before())
                        .forEach(user -> joined[user] = pair.after());
            }
        }
        all.sort(Comparator.comparingDouble(Succession::score).reversed().thenComparingInt(Succession::before));
        return all;
    }

    /// The pairs among those that are not joined yet.
    private final class Round {

        private final int[] knownBy = new int[joined.length];
        private final List<Integer> fading = new ArrayList<>();
        private final List<Integer> rising = new ArrayList<>();
        private final List<Set<Integer>> contacts = new ArrayList<>();

        Round(Set<Integer> taken) {
            for (int user = 0; user < joined.length; user++) {
                boolean isOne = changes[user] != 0 && joined[user] == user;
                if (isOne && isRising[user] && !taken.contains(user)) {
                    rising.add(user);
                } else if (isOne && !isRising[user]) {
                    fading.add(user);
                }
                contacts.add(isOne ? contactsOf(user) : Set.of());
                contactsAtAll(user).forEach(each -> knownBy[each]++);
            }
        }

        private Set<Integer> contactsAtAll(int user) {
            Set<Integer> met = new HashSet<>();
            for (int place = 0; place < calls.count(user); place++) {
                met.add(other(user, calls.call(user, place)));
            }
            return met;
        }

        private int other(int user, int call) {
            int caller = records.caller(call);
            return joined[caller == user ? records.callee(call) : caller];
        }

        /// Those before the change of one who fades, those after that of one who rises.
        private Set<Integer> contactsOf(int user) {
            Set<Integer> met = new TreeSet<>();
            for (int place = 0; place < calls.count(user); place++) {
                boolean isAfter = startOf(user, place) >= changes[user];
                int other = other(user, calls.call(user, place));
                if (isAfter == isRising[user] && other != user) {
                    met.add(other);
                }
            }
            return met;
        }

        List<Succession> pairs() {
            List<Succession> best = new ArrayList<>();
            for (int before : fading) {
                bestOf(before, best);
            }
            return best.stream().filter(pair -> best.stream().noneMatch(other -> isRival(other, pair))).toList();
        }

        private static boolean isRival(Succession other, Succession pair) {
            return other.after() == pair.after() && other.before() != pair.before()
                    && other.score() > pair.score() - LEAST_LEAD;
        }

        private void bestOf(int before, List<Succession> found) {
            double atOnce = AT_ONCE * (records.toNanos() - records.fromNanos());
            double most = 0;
            double second = 0;
            int after = -1;
            for (int candidate : rising) {
                if (Math.abs((double) changes[candidate] - changes[before]) <= atOnce) {
                    double score = score(before, candidate);
                    second = Math.max(second, Math.min(most, score));
                    after = score > most ? candidate : after;
                    most = Math.max(most, score);
                }
            }
            if (after < 0 || most < LEAST_SCORE || most - second < LEAST_LEAD) {
                return;
            }
            List<Integer> shared = shared(before, after);
            if (shared.size() >= FEWEST_SHARED) {
                found.add(new Succession(before, after, shared, most, most - second));
            }
        }

        private List<Integer> shared(int one, int other) {
            return contacts.get(one)
                    .stream()
                    .filter(contacts.get(other)::contains)
                    .sorted(Comparator.comparingInt((Integer contact) -> knownBy[contact])
                            .thenComparingInt(contact -> contact))
                    .toList();
        }

        private double score(int one, int other) {
            Set<Integer> mine = contacts.get(one);
            Set<Integer> others = contacts.get(other);
            long common = mine.stream().filter(others::contains).count();
            return common == 0 ? 0 : common / (double) (mine.size() + others.size() - common);
        }
    }
}
