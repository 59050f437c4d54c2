package org.sipsleuth.edge.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.edge.stage.AccessList;
import org.sipsleuth.edge.stage.AnomalyCheck;
import org.sipsleuth.edge.stage.DigestPolicy;
import org.sipsleuth.edge.stage.FailureBan;
import org.sipsleuth.edge.stage.MessageScan;
import org.sipsleuth.edge.stage.Normalisation;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.stage.SandboxRoute;
import org.sipsleuth.edge.stage.SessionQueues;
import org.sipsleuth.edge.stage.SourceFilter;
import org.sipsleuth.edge.stage.Stage;
import org.sipsleuth.edge.stage.TargetLimit;
import org.sipsleuth.edge.station.ServerStation;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.KnownPeers;
import org.sipsleuth.edge.traffic.MessageFacts;

/// The way of a message from outside through the stages to the queue of a stack.
final class BorderPath {

    /// Hears what stacks begin to process.
    interface Listener {
        void begins(int message, long nanos, boolean isSandboxed);
    }

    private static final double NANOS = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    /// Work of messages compared with an INVITE. Hypotheses, as all service times.
    private static final double REGISTER_WORK = 0.8;

    private static final double REQUEST_WORK = 0.5;
    private static final double RESPONSE_WORK = 0.2;
    private static final double ACK_WORK = 0.1;

    private static final int SANDBOX_ROOM = 200;

    private final BorderTraffic traffic;
    private final EdgeSettings settings;
    private final List<Stage> stages = new ArrayList<>();
    private final ServerStation stack;
    private final ServerStation sandbox;
    private final SplittableRandom random;
    private final Map<Protection, Double> workSeconds = new EnumMap<>(Protection.class);
    private final double[] stageWork;
    private final SessionQueues queues;
    private final Normalisation normalisation;
    private final boolean hasQueues;
    private final boolean isNormalised;
    private double stackSeconds;

    BorderPath(ReplayInput input, EdgeSettings settings, Listener listener) {
        this.traffic = input.traffic();
        MessageFacts facts = input.facts();
        this.settings = settings;
        this.random = new SplittableRandom(settings.stack().seed());
        int size = traffic.size();
        stack = new ServerStation(settings.stack().servers(), settings.stack().waitingRoom(), SessionQueues.PRIORITIES,
                size, (message, begin, _) -> begins(message, begin, false, listener));
        sandbox = new ServerStation(1, SANDBOX_ROOM, SessionQueues.PRIORITIES,
                settings.has(Protection.SANDBOX) ? size : 0,
                (message, begin, _) -> begins(message, begin, true, listener));
        queues = new SessionQueues(traffic, settings.queues(), stack::load);
        normalisation = new Normalisation(facts.irregular());
        hasQueues = settings.has(Protection.QUEUES);
        isNormalised = settings.has(Protection.NORMALISATION);
        for (Protection each : settings.protections()) {
            stages.add(stage(each, facts, input.peers()));
        }
        stageWork = new double[stages.size()];
    }

    private Stage stage(Protection protection, MessageFacts facts, KnownPeers peers) {
        return switch (protection) {
            case ACCESS_LIST -> new AccessList(traffic, peers.known());
            case FILTER -> new SourceFilter(traffic, settings.filter());
            case FAILURE_BAN -> new FailureBan(traffic, settings.ban());
            case GRAMMAR -> MessageScan.grammar(facts.malformed());
            case SIGNATURES -> MessageScan.signatures(facts.matching());
            case TARGET_LIMIT -> new TargetLimit(traffic, settings.targetPerSecond());
            case DIGEST -> new DigestPolicy(traffic, peers.trunks());
            case QUEUES -> queues;
            case ANOMALY -> new AnomalyCheck(facts.anomalous(), this::isScored, settings.has(Protection.SANDBOX));
            case NORMALISATION -> normalisation;
            case SANDBOX -> new SandboxRoute(traffic);
        };
    }

    /// Without session queues all messages are scored.
    private boolean isScored(int message) {
        return !hasQueues || queues.selects(message);
    }

    private void begins(int message, long nanos, boolean isSandboxed, Listener listener) {
        for (Stage stage : stages) {
            stage.processed(message, nanos);
        }
        listener.begins(message, nanos, isSandboxed);
    }

    /// Sends a message through the stages into a queue.
    ///
    /// @return why it was discarded, or PASS
    Ruling admit(int message, long nowNanos) {
        boolean isSuspect = false;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            stageWork[i] += stage.protection().costMicros();
            Ruling ruling = stage.admit(message, nowNanos);
            if (ruling.isDrop()) {
                discarded(message, ruling, nowNanos);
                return ruling;
            }
            isSuspect |= ruling == Ruling.SUSPECT;
        }
        double seconds = serviceSeconds(message);
        int priority = hasQueues ? queues.priority(message) : 0;
        ServerStation station = isSuspect ? sandbox : stack;
        if (!station.offer(message, nowNanos, (long) (seconds * NANOS), priority)) {
            discarded(message, Ruling.QUEUE_FULL, nowNanos);
            return Ruling.QUEUE_FULL;
        }
        stackSeconds += seconds;
        return Ruling.PASS;
    }

    private void discarded(int message, Ruling why, long nowNanos) {
        for (Stage stage : stages) {
            if (settings.hasFeedback() || stage == queues) {
                stage.discarded(message, why, nowNanos);
            }
        }
    }

    /// A message leaves the protected hosts.
    void left(int message, long nowNanos) {
        for (Stage stage : stages) {
            stage.left(message, nowNanos);
        }
    }

    private double serviceSeconds(int message) {
        StackSettings its = settings.stack();
        double mean = work(message) * its.servers() / its.invitesPerSecond() * its.scale();
        if (isNormalised) {
            mean *= 1 - its.normalisedSaving();
        }
        return its.isExponential() ? -mean * Math.log(1 - random.nextDouble()) : mean;
    }

    private double work(int message) {
        if (!traffic.index().messages().isRequest(message)) {
            return RESPONSE_WORK;
        }
        return switch (traffic.index().messages().type(message)) {
            case MessageTypes.INVITE -> 1;
            case MessageTypes.REGISTER -> REGISTER_WORK;
            case MessageTypes.ACK -> ACK_WORK;
            default -> REQUEST_WORK;
        };
    }

    long nextNanos() {
        return Math.min(stack.nextBeginNanos(), sandbox.nextBeginNanos());
    }

    void advanceTo(long nanos) {
        stack.advanceTo(nanos);
        sandbox.advanceTo(nanos);
    }

    int waiting() {
        return stack.waiting();
    }

    /// The work of each stage, in seconds of a processor.
    Map<Protection, Double> workSeconds() {
        for (int i = 0; i < stageWork.length; i++) {
            workSeconds.put(stages.get(i).protection(), stageWork[i] / MICROS_PER_SECOND);
        }
        return workSeconds;
    }

    /// The work of the stacks, in seconds of a server.
    double stackSeconds() {
        return stackSeconds;
    }

    /// How many messages normalisation changed; 0 without it.
    int normalised() {
        return normalisation.changed();
    }
}
