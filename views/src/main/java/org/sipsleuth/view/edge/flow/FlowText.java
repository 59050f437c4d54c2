package org.sipsleuth.view.edge.flow;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.text.EdgeText;

/// The flow in words.
///
/// @param flow what is described
/// @param settings what it was replayed with
/// @param words how the classes of messages are called
/// @param saved the share of the work that feedback to earlier stages saves
record FlowText(Flow flow, EdgeSettings settings, ClassWords words, double saved) {

    /// Less is not worth an arrow.
    private static final double LEAST_SAVED = 0.005;

    private static final int INGRESS = 0;

    /// How much is said of a count.
    enum Detail {
        /// `310 legitimate (1.5 %)`
        FULL,
        /// `310 (1.5 %)`
        SHARE,
        /// `310`
        COUNT
    }

    /// What a stage is called.
    String name(int stage) {
        Optional<String> protection = flow.stages().get(stage).protection().map(EdgeText::name);
        return protection.orElse(text(stage == INGRESS ? "stage.ingress" : "stage.stack"));
    }

    /// The same where there is little room.
    String shortName(int stage) {
        return flow.stages()
                .get(stage)
                .protection()
                .map(EdgeText::shortName)
                .orElse(text(stage == INGRESS ? "stage.ingress" : "stage.stack"));
    }

    /// How a stage is set.
    String setting(int stage) {
        Flow.Stage its = flow.stages().get(stage);
        return its.protection()
                .map(protection -> EdgeText.setting(protection, settings))
                .orElse(
                        stage == INGRESS
                                ? text("stage.messages", its.arriving().sum())
                                : text("stage.rate", settings.stack().invitesPerSecond()));
    }

    /// The same where there is little room; nothing where it would have to be cut off.
    String shortSetting(int stage) {
        Flow.Stage its = flow.stages().get(stage);
        if (its.protection().isPresent()) {
            return "";
        }
        return stage == INGRESS
                ? text("outcome.count", its.arriving().sum())
                : text("stage.rate.short", settings.stack().invitesPerSecond());
    }

    /// What feedback from later stages saves, if there is a stage that hears it and it is worth
    /// saying.
    Optional<String> feedback() {
        return saved >= LEAST_SAVED && listener() > 0
                ? Optional.of(text("flow.saved", EdgeText.percent(saved)))
                : Optional.empty();
    }

    /// The first stage that hears what later ones discard; 0 if none does.
    int listener() {
        for (int stage = 0; stage < flow.stages().size(); stage++) {
            if (flow.stages().get(stage).protection().equals(Optional.of(Protection.FILTER))) {
                return stage;
            }
        }
        return INGRESS;
    }

    /// What an outcome is called.
    String title(FlowOutcome outcome) {
        String key = "outcome." + outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return outcome.protection()
                .map(protection -> text(key + "." + protection.word()))
                .orElseGet(() -> text(key));
    }

    /// The messages of a class with an outcome.
    String count(FlowOutcome outcome, MessageClass its, Detail detail) {
        int count = outcome.count().of(its);
        int part = outcome.part().of(its);
        String numbers =
                outcome.kind() == FlowOutcome.Kind.NOT_SENT
                        ? text("outcome.void", count - part, part)
                        : text("outcome.count", count);
        String share = EdgeText.percent(count, flow.ingress().of(its));
        return switch (detail) {
            case FULL -> text("outcome.full", numbers, words.of(its), share);
            case SHARE -> text("outcome.share", numbers, share);
            case COUNT -> numbers;
        };
    }

    /// The classes with any message of an outcome.
    static List<MessageClass> classes(FlowOutcome outcome) {
        List<MessageClass> classes = new ArrayList<>();
        for (MessageClass its : MessageClass.values()) {
            if (outcome.count().of(its) > 0) {
                classes.add(its);
            }
        }
        return classes;
    }

    /// All about an outcome: for tooltips and screen readers.
    String whole(FlowOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(title(outcome));
        for (MessageClass its : classes(outcome)) {
            lines.add(count(outcome, its, Detail.FULL));
            if (outcome.kind() == FlowOutcome.Kind.PASSED && outcome.part().of(its) > 0) {
                lines.add(text("outcome.delayed.of", outcome.part().of(its)));
            }
        }
        if (outcome.kind() == FlowOutcome.Kind.NOT_SENT) {
            lines.add(text("outcome.not-sent.meaning"));
        }
        return String.join("\n", lines);
    }

    /// What goes on from a stage, in words.
    String through(int stage, MessageClass its) {
        Flow.Stage from = flow.stages().get(stage);
        int count = from.leaving().of(its);
        return text(
                "flow.through",
                name(stage),
                count,
                words.of(its),
                EdgeText.percent(count, flow.ingress().of(its)));
    }
}
