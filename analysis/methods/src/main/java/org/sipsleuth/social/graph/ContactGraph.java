package org.sipsleuth.social.graph;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;

/// How similar the calls of users are (G1 of paper 5, §5): undirected, weighted.
///
/// The similarity of two users is the sum of the Jaccard index of the users they call, and the
/// calls between them as a share of the calls that both make. It is 0 to 2 (paper: 1); **higher is
/// more similar**. Callees count whether they are members or not; calls to oneself do not.
///
/// A pair is two members who call somebody in common, or each other. A callee of n members alone
/// makes n (n - 1) / 2 pairs, so callees are gone through from the least called up, those with as
/// many callers together, for as long as they make at most 5 million pairs. The others, *hubs*,
/// count in the similarity of pairs, but make none. 16 bytes for each pair. The order of the
/// records makes no difference. Immutable.
public final class ContactGraph {

    private static final long MOST_SHARED = 5_000_000;

    private final int users;
    private final int members;

    /// Pairs in order: the lower user in the upper half.
    private final long[] pairs;

    private final double[] similarities;
    private final int mostCallers;
    private final int hubs;

    private ContactGraph(int users, Search search) {
        this.users = users;
        members = search.members;
        pairs = Arrays.copyOf(search.pairs, search.size);
        similarities = Arrays.copyOf(search.similarities, search.size);
        mostCallers = search.mostCallers;
        hubs = search.hubs;
    }

    /// The graph of the users of a call graph.
    ///
    /// @param isMember whether a user belongs to the graph
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ContactGraph of(CallGraph calls, IntPredicate isMember, RunMonitor monitor) {
        return of(calls, isMember, MOST_SHARED, monitor);
    }

    /// @param mostShared so many pairs are made by callees in common, each callee by itself
    static ContactGraph of(CallGraph calls, IntPredicate isMember, long mostShared, RunMonitor monitor) {
        Search search = new Search(calls, isMember, mostShared);
        search.run(monitor);
        return new ContactGraph(calls.users(), search);
    }

    /// Goes through the members in order, and finds for each those after it.
    private static final class Search {

        private static final int CHECK = 1 << 6;
        private static final int FIRST_ROOM = 1 << 10;

        private final CallGraph calls;
        private final boolean[] isMember;
        private final int members;

        /// Where the pairs of a caller begin in the call graph.
        private final int[] begins;

        /// Pairs of the call graph by callee, those of member callers only.
        private final int[] received;

        private final int[] receivedBegins;

        /// By callee, where the callers after the member at hand begin.
        private final int[] next;

        private final long[] made;
        private final int mostCallers;
        private final int hubs;

        private final int[] shared; // by user, callees in common with the member at hand
        private final long[] between; // the same, calls between them
        private final int[] found;
        private int count;

        private long[] pairs = new long[FIRST_ROOM];
        private double[] similarities = new double[FIRST_ROOM];
        private int size;

        Search(CallGraph calls, IntPredicate isWanted, long mostShared) {
            this.calls = calls;
            int users = calls.users();
            isMember = new boolean[users];
            IntStream.range(0, users).forEach(user -> isMember[user] = isWanted.test(user));
            members = (int) IntStream.range(0, users).filter(user -> isMember[user]).count();
            begins = new int[users + 1];
            receivedBegins = new int[users + 1];
            made = new long[users];
            for (int pair = 0; pair < calls.size(); pair++) {
                int caller = calls.caller(pair);
                begins[caller + 1]++;
                made[caller] += calls.calls(pair);
                receivedBegins[calls.callee(pair) + 1] += isMember[caller] ? 1 : 0;
            }
            for (int user = 0; user < users; user++) {
                begins[user + 1] += begins[user];
                receivedBegins[user + 1] += receivedBegins[user];
            }
            received = new int[receivedBegins[users]];
            next = Arrays.copyOf(receivedBegins, users);
            for (int pair = 0; pair < calls.size(); pair++) {
                if (isMember[calls.caller(pair)]) {
                    received[next[calls.callee(pair)]++] = pair;
                }
            }
            System.arraycopy(receivedBegins, 0, next, 0, users);
            mostCallers = mostCallers(mostShared);
            hubs = (int) IntStream.range(0, users).filter(this::isHub).count();
            shared = new int[users];
            between = new long[users];
            found = new int[users];
        }

        private int callers(int callee) {
            return receivedBegins[callee + 1] - receivedBegins[callee];
        }

        private boolean isHub(int callee) {
            return callers(callee) > mostCallers;
        }

        /// The most callers of a callee that makes pairs.
        private int mostCallers(long mostShared) {
            int[] callees = new int[members + 1]; // by number of callers
            IntStream.range(0, calls.users()).forEach(callee -> callees[callers(callee)]++);
            long sum = 0;
            for (long callers = 1; callers <= members; callers++) {
                sum += callees[(int) callers] * (callers * (callers - 1) / 2);
                if (sum > mostShared) {
                    return (int) callers - 1;
                }
            }
            return members;
        }

        void run(RunMonitor monitor) {
            boolean[] isHubOfMember = new boolean[calls.users()];
            for (int user = 0; user < calls.users(); user++) {
                if (user % CHECK == 0) {
                    monitor.throwIfCancelled();
                }
                if (isMember[user]) {
                    callEachOther(user);
                    callTheSame(user);
                    if (hubs > 0) {
                        setHubs(user, isHubOfMember, true);
                        callTheSameHubs(isHubOfMember);
                        setHubs(user, isHubOfMember, false);
                    }
                    close(user);
                }
            }
        }

        private void callEachOther(int user) {
            for (int pair = begins[user]; pair < begins[user + 1]; pair++) {
                int callee = calls.callee(pair);
                if (callee > user && isMember[callee]) {
                    find(callee);
                    between[callee] += calls.calls(pair);
                }
            }
            for (int place = receivedBegins[user]; place < receivedBegins[user + 1]; place++) {
                int caller = calls.caller(received[place]);
                if (caller > user) {
                    find(caller);
                    between[caller] += calls.calls(received[place]);
                }
            }
        }

        private void callTheSame(int user) {
            for (int pair = begins[user]; pair < begins[user + 1]; pair++) {
                int callee = calls.callee(pair);
                next[callee]++;
                if (!isHub(callee)) {
                    for (int place = next[callee]; place < receivedBegins[callee + 1]; place++) {
                        int other = calls.caller(received[place]);
                        find(other);
                        shared[other]++;
                    }
                }
            }
        }

        private void setHubs(int user, boolean[] areHubs, boolean is) {
            for (int pair = begins[user]; pair < begins[user + 1]; pair++) {
                areHubs[calls.callee(pair)] = is && isHub(calls.callee(pair));
            }
        }

        /// Completes the callees in common with those who are found.
        private void callTheSameHubs(boolean[] isHubOfMember) {
            for (int i = 0; i < count; i++) {
                for (int pair = begins[found[i]]; pair < begins[found[i] + 1]; pair++) {
                    shared[found[i]] += isHubOfMember[calls.callee(pair)] ? 1 : 0;
                }
            }
        }

        private void find(int other) {
            if (shared[other] == 0 && between[other] == 0) {
                found[count++] = other;
            }
        }

        /// Adds the pairs of a member with those who are found, and forgets them.
        private void close(int user) {
            Arrays.sort(found, 0, count);
            if (size + count > pairs.length) {
                int room = Math.max(size + count, pairs.length + pairs.length / 2);
                pairs = Arrays.copyOf(pairs, room);
                similarities = Arrays.copyOf(similarities, room);
            }
            for (int i = 0; i < count; i++) {
                int other = found[i];
                int all = callees(user) + callees(other) - shared[other];
                pairs[size] = ((long) user << 32) | other;
                similarities[size++] =
                        shared[other] / (double) all + between[other] / (double) (made[user] + made[other]);
                shared[other] = 0;
                between[other] = 0;
            }
            count = 0;
        }

        private int callees(int user) {
            return begins[user + 1] - begins[user];
        }
    }

    /// How many users the records have; they are numbered from 0.
    public int users() {
        return users;
    }

    /// How many pairs of similar members there are.
    public int size() {
        return pairs.length;
    }

    /// The member of a pair with the lower number.
    public int one(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    /// The other member.
    public int other(int pair) {
        return (int) pairs[pair];
    }

    /// How similar they are, above 0 and at most 2.
    public double similarity(int pair) {
        return similarities[pair];
    }

    /// The most similar pairs; of equals those of lower users. In the order of the users.
    ///
    /// @param most how many at most
    public int[] strongest(int most) {
        if (pairs.length <= most) {
            return IntStream.range(0, pairs.length).toArray();
        }
        double[] sorted = similarities.clone();
        Arrays.sort(sorted);
        double least = most == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - most];
        int above = (int) Arrays.stream(similarities).filter(its -> its > least).count();
        int[] strongest = new int[most];
        int equals = most - above;
        int size = 0;
        for (int pair = 0; pair < pairs.length; pair++) {
            boolean isEqual = similarities[pair] == least;
            if (similarities[pair] > least || (isEqual && equals-- > 0)) {
                strongest[size++] = pair;
            }
        }
        return strongest;
    }

    /// The pairs, as a share of all pairs of members, 0 to 1.
    public double density() {
        return members < 2 ? 0 : pairs.length / (members * (members - 1.0) / 2);
    }

    /// A callee of more members makes no pairs.
    public int mostCallers() {
        return mostCallers;
    }

    /// How many callees have more callers than that.
    public int hubs() {
        return hubs;
    }
}
