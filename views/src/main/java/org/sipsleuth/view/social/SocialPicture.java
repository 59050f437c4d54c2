package org.sipsleuth.view.social;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.call.ledger.LedgerRow;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.LeftOut;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.cluster.UserClusters;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.Communities;
import org.sipsleuth.social.graph.ContactGraph;
import org.sipsleuth.social.graph.DenseBlock;
import org.sipsleuth.social.graph.DenseBlocks;
import org.sipsleuth.social.graph.GroupFlows;
import org.sipsleuth.social.identity.Succession;
import org.sipsleuth.social.traffic.HourTraffic;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.social.behaviour.Behaviour;
import org.sipsleuth.view.social.graph.CallRole;
import org.sipsleuth.view.social.graph.GraphData;
import org.sipsleuth.view.social.graph.GraphEdge;
import org.sipsleuth.view.social.graph.GraphNode;
import org.sipsleuth.view.social.graph.Relation;

/// What the page shows of the calls of a capture. Immutable.
///
/// @param users those who call or are called, with the most calls first
/// @param graph the same, and the calls between them
/// @param contacts the same, and how similar their calls are
/// @param clusters how many clusters there are; 0 where too few users have enough calls
/// @param silhouette how well they fit, -1 to 1; NaN without clusters
/// @param behaviour those users who have enough calls, as points; empty without clusters
/// @param flows between clusters; the last group is users without one
/// @param medians of each feature, by cluster; those of all users by -1
record SocialPicture(Calls calls, List<UserRow> users, GraphData graph, GraphData contacts, int clusters,
        double silhouette, Map<Integer, Map<Feature, Double>> medians, Optional<Behaviour> behaviour,
        GroupFlows flows) {

    /// Fewer calls say nothing about how a user behaves.
    static final int FEWEST_CALLS = 5;

    /// Fewer users are not divided into clusters.
    static final int FEWEST_USERS = 20;

    /// A smaller cluster has no median worth comparing with.
    static final int FEWEST_COMPARED = 5;

    /// More users are not drawn or listed: those with the most calls are.
    static final int MOST_USERS = 20_000;

    /// More pairs of users with similar calls are not drawn: the most similar are.
    static final int MOST_SIMILAR = 100_000;

    private static final long SEED = 1;

    /// Takes a copy.
    SocialPicture {
        users = List.copyOf(users);
        medians = Map.copyOf(medians);
    }

    /// The calls, and what each user does in them.
    ///
    /// @param rows features of the whole time, in the order of the users
    /// @param pairs who called whom
    /// @param contacts who called the same
    /// @param blocks callers who nearly all call the same callees
    /// @param hours when they begin
    /// @param leftOut how many users with fewer calls are left out, with their calls
    /// @param unlisted how many calls of the capture name no user
    record Calls(CallRecords records, UserCalls ofUser, FeatureTable rows, CallGraph pairs, ContactGraph contacts,
            List<DenseBlock> blocks, List<HourTraffic> hours, int leftOut, LeftOut unlisted) {

        /// Takes a copy.
        Calls {
            blocks = List.copyOf(blocks);
            hours = List.copyOf(hours);
        }

        /// Those of a capture.
        ///
        /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
        static Calls of(SipIndex index, RunMonitor monitor) {
            CapturedCalls all =
                    CapturedCalls.counted(TransactionTable.of(index, monitor), UserNames.AS_WRITTEN, _ -> true);
            monitor.throwIfCancelled();
            return of(all.records(), all.leftOut(), monitor);
        }

        /// Those among the users with the most calls.
        ///
        /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
        static Calls of(CallRecords all, RunMonitor monitor) {
            return of(all, LeftOut.NONE, monitor);
        }

        private static Calls of(CallRecords all, LeftOut unlisted, RunMonitor monitor) {
            CallRecords records = all.users().size() <= MOST_USERS ? all : busiest(all);
            return of(records, all.users().size() - records.users().size(), unlisted, monitor);
        }

        private static Calls of(CallRecords records, int leftOut, LeftOut unlisted, RunMonitor monitor) {
            UserCalls ofUser = UserCalls.of(records);
            List<Integer> users = IntStream.range(0, records.users().size()).boxed().toList();
            CallGraph pairs = CallGraph.of(records, 0, records.size());
            return new Calls(records, ofUser,
                    FeatureTable.of(records, ofUser, users,
                            Periods.whole(records.fromNanos(), records.toNanos(), ZoneOffset.UTC), monitor),
                    pairs, ContactGraph.of(pairs, _ -> true, monitor), DenseBlocks.of(pairs, monitor),
                    HourTraffic.of(records), leftOut, unlisted);
        }

        /// Those that begin in a range of time.
        ///
        /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
        Calls within(TimeRange range, RunMonitor monitor) {
            CallRecords.Builder kept = new CallRecords.Builder();
            for (int call = 0; call < records.size(); call++) {
                if (range.contains(records.startNanos(call))) {
                    add(kept, records, call);
                }
            }
            return of(kept.build(), leftOut, unlisted, monitor);
        }

        private static void add(CallRecords.Builder kept, CallRecords all, int call) {
            kept.add(all.users().get(all.caller(call)), all.users().get(all.callee(call)), all.startNanos(call),
                    all.isAnswered(call), all.isTalkKnown(call) ? all.talkMillis(call) : -1, all.origin(call));
        }

        /// The calls among the users who have the most.
        private static CallRecords busiest(CallRecords all) {
            UserCalls ofUser = UserCalls.of(all);
            boolean[] isKept = new boolean[all.users().size()];
            IntStream.range(0, isKept.length)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer user) -> -ofUser.count(user))
                            .thenComparingInt(user -> user))
                    .limit(MOST_USERS)
                    .forEach(user -> isKept[user] = true);
            CallRecords.Builder kept = new CallRecords.Builder();
            for (int call = 0; call < all.size(); call++) {
                if (isKept[all.caller(call)] && isKept[all.callee(call)]) {
                    add(kept, all, call);
                }
            }
            return kept.build();
        }
    }

    /// The picture with so many clusters.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static SocialPicture of(Calls calls, int wantedClusters, RunMonitor monitor) {
        CallRecords records = calls.records();
        int users = records.users().size();
        CallGraph pairs = calls.pairs();
        Communities communities = Communities.of(pairs);
        int[] clusterOf = new int[users];
        Arrays.fill(clusterOf, -1);
        Optional<UserClusters> clusters = clusters(calls, wantedClusters, clusterOf, monitor);
        List<UserRow> rows = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            rows.add(row(calls, user, clusterOf[user], communities.of(user)));
        }
        List<GraphNode> nodes = nodes(rows);
        GraphData graph = new GraphData(nodes, called(pairs), 0, Relation.CALLS);
        GraphData contacts = new GraphData(nodes, similar(calls.contacts()), 0, Relation.SHARED_CONTACTS);
        rows.sort(Comparator.comparingLong(UserRow::calls).reversed().thenComparing(UserRow::name));
        return new SocialPicture(calls, rows, graph, contacts, clusters.map(UserClusters::count).orElse(0),
                clusters.map(UserClusters::silhouette).orElse(Double.NaN), medians(calls, clusterOf),
                clusters.map(_ -> behaviour(calls, rows)),
                flows(pairs, clusterOf, clusters.map(UserClusters::count).orElse(0)));
    }

    private static GroupFlows flows(CallGraph pairs, int[] clusterOf, int clusters) {
        int[] groups = Arrays.stream(clusterOf).map(cluster -> cluster < 0 ? clusters : cluster).toArray();
        return GroupFlows.of(pairs, groups, clusters + 1);
    }

    private static Behaviour behaviour(Calls calls, List<UserRow> users) {
        List<UserRow> compared = users.stream().filter(row -> row.cluster() >= 0).toList();
        List<FeatureTable.Row> rows = compared.stream().map(row -> calls.rows().rows().get(row.user())).toList();
        Scaling scaling = Scaling.of(rows, List.of(Feature.values()));
        return new Behaviour(
                compared.stream().map(row -> new Behaviour.Point(row.name(), row.role(), row.cluster())).toList(),
                scaling.features(), rows.stream().map(scaling::scaled).toList());
    }

    private static Map<Integer, Map<Feature, Double>> medians(Calls calls, int[] clusterOf) {
        Map<Integer, Map<Feature, Double>> medians = new HashMap<>();
        int most = Arrays.stream(clusterOf).max().orElse(-1);
        for (int cluster = -1; cluster <= most; cluster++) {
            int its = cluster;
            List<FeatureTable.Row> rows =
                    calls.rows().rows().stream().filter(row -> its < 0 || clusterOf[row.user()] == its).toList();
            Map<Feature, Double> ofCluster = new EnumMap<>(Feature.class);
            for (Feature feature : Feature.values()) {
                double[] sorted = rows.stream()
                        .filter(row -> row.isKnown(feature))
                        .mapToDouble(row -> row.of(feature))
                        .sorted()
                        .toArray();
                if (sorted.length > 0) {
                    ofCluster.put(feature, sorted[sorted.length / 2]);
                }
            }
            medians.put(cluster, ofCluster);
        }
        return medians;
    }

    private static Optional<UserClusters> clusters(Calls calls, int wanted, int[] clusterOf, RunMonitor monitor) {
        List<FeatureTable.Row> enough =
                calls.rows().rows().stream().filter(row -> row.calls() >= FEWEST_CALLS).toList();
        if (enough.size() < FEWEST_USERS) {
            return Optional.empty();
        }
        Scaling scaling = Scaling.of(enough, List.of(Feature.values()));
        UserClusters clusters = UserClusters.of(enough.stream().map(scaling::scaled).toList(), wanted, SEED, monitor);
        for (int i = 0; i < enough.size(); i++) {
            clusterOf[enough.get(i).user()] = clusters.of(i);
        }
        return Optional.of(clusters);
    }

    private static UserRow row(Calls calls, int user, int cluster, int community) {
        CallRecords records = calls.records();
        long made = 0;
        long talked = 0;
        Set<Integer> contacts = new HashSet<>();
        int count = calls.ofUser().count(user);
        for (int place = 0; place < count; place++) {
            int call = calls.ofUser().call(user, place);
            boolean isCaller = records.caller(call) == user;
            made += isCaller ? 1 : 0;
            talked += records.talkMillis(call);
            contacts.add(isCaller ? records.callee(call) : records.caller(call));
        }
        contacts.remove(user);
        return new UserRow(user, records.users().get(user), cluster, community, CallRole.of(made, count - made), made,
                count - made, contacts.size(), talked / 60_000.0);
    }

    private static List<GraphNode> nodes(List<UserRow> rows) {
        return rows.stream()
                .map(row -> new GraphNode(row.name(), row.name(), row.calls(), row.role(), row.cluster(),
                        row.community(), false))
                .toList();
    }

    private static List<GraphEdge> called(CallGraph pairs) {
        Map<Long, Long> calls = new TreeMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int one = Math.min(pairs.caller(pair), pairs.callee(pair));
            int other = Math.max(pairs.caller(pair), pairs.callee(pair));
            calls.merge(((long) one << 32) | other, (long) pairs.calls(pair), Long::sum);
        }
        return calls.entrySet()
                .stream()
                .map(each -> new GraphEdge((int) (each.getKey() >>> 32), each.getKey().intValue(),
                        (double) each.getValue()))
                .toList();
    }

    private static List<GraphEdge> similar(ContactGraph pairs) {
        return Arrays.stream(pairs.strongest(MOST_SIMILAR))
                .mapToObj(pair -> new GraphEdge(pairs.one(pair), pairs.other(pair), pairs.similarity(pair)))
                .toList();
    }

    /// The user of a name.
    Optional<UserRow> user(String name) {
        return users.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    /// The dialogs of the calls of a user, each once.
    List<Integer> dialogsOf(UserRow user) {
        return dialogsOf(IntStream.range(0, calls.ofUser().count(user.user()))
                .map(place -> calls.ofUser().call(user.user(), place)));
    }

    /// The dialogs of the calls in a row of the ledger.
    List<Integer> dialogsOf(LedgerRow row) {
        return dialogsOf(IntStream.range(0, row.calls().size()).map(row.calls()::get));
    }

    /// The dialogs of two users with their shared contacts.
    List<Integer> dialogsOf(Succession pair) {
        return dialogsOf(
                IntStream.concat(callsWith(pair.before(), pair.shared()), callsWith(pair.after(), pair.shared())));
    }

    /// The dialogs of the calls from the callers of a block to its callees.
    List<Integer> dialogsOf(DenseBlock block) {
        return dialogsOf(block.callers()
                .stream()
                .flatMapToInt(caller -> callsWith(caller, block.callees())
                        .filter(call -> calls.records().caller(call) == caller)));
    }

    private List<Integer> dialogsOf(IntStream some) {
        return some.map(calls.records()::origin).distinct().sorted().boxed().toList();
    }

    /// The calls that a user has with some others, as numbers of the records.
    private IntStream callsWith(int user, Collection<Integer> others) {
        Set<Integer> wanted = Set.copyOf(others);
        CallRecords records = calls.records();
        return IntStream.range(0, calls.ofUser().count(user))
                .map(place -> calls.ofUser().call(user, place))
                .filter(call -> wanted
                        .contains(records.caller(call) == user ? records.callee(call) : records.caller(call)));
    }

    /// The features of a user.
    FeatureTable.Row features(UserRow user) {
        return calls.rows().rows().get(user.user());
    }

    /// The cluster that a user is compared with; -1 for all users, where it has none, or one of
    /// fewer than [#FEWEST_COMPARED].
    int comparedWith(UserRow user) {
        long members = users.stream().filter(other -> other.cluster() == user.cluster()).count();
        return members < FEWEST_COMPARED ? -1 : user.cluster();
    }

    /// The median of a feature among the users of a cluster; among all for a user without one.
    double median(Feature feature, int cluster) {
        return medians.getOrDefault(cluster, Map.of()).getOrDefault(feature, Double.NaN);
    }
}
