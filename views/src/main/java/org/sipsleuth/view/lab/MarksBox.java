package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.filter.syntax.StringLiteral;
import org.sipsleuth.lab.score.MarkedPart;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.lab.score.TruthMarks;

/// The parts of an answer beside the truth: right, missed, too much, each a link to where it is seen.
final class MarksBox {

    private static final int MOST_CHIPS = 12;

    private final QuestionScore score;
    private final boolean isOfCapture;
    private final EvidenceTarget target;

    private MarksBox(QuestionScore score, boolean isOfCapture, EvidenceTarget target) {
        this.score = score;
        this.isOfCapture = isOfCapture;
        this.target = target;
    }

    /// The node; empty where an answer has no parts.
    ///
    /// @param isOfCapture whether there are messages to lead to; call records have none
    static Optional<Node> of(QuestionScore score, boolean isOfCapture, EvidenceTarget target) {
        return score.marks().isEmpty() ? Optional.empty()
                : Optional.of(new MarksBox(score, isOfCapture, target).box(score.marks()));
    }

    private Node box(TruthMarks marks) {
        VBox box = new VBox();
        box.setId("lab-marks-" + score.question().id());
        box.getStyleClass().add("lab-marks");
        Stream.of(row("right", "fth-check", marks.right()), row("missed", "fth-minus", marks.missed()),
                row("toomuch", "fth-x", marks.tooMuch())).flatMap(Optional::stream).forEach(box.getChildren()::add);
        return box;
    }

    private Optional<Node> row(String standing, String icon, List<MarkedPart> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Label name = new Label(text("lab.marks." + standing, parts.size()), new FontIcon(icon));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().addAll("lab-marks-name", "lab-marks-" + standing);
        FlowPane chips = new FlowPane(name);
        chips.getStyleClass().add("lab-chips");
        parts.stream().limit(MOST_CHIPS).map(part -> chip(part, standing)).forEach(chips.getChildren()::add);
        List<Integer> frames = parts.stream()
                .filter(MarkedPart.Frame.class::isInstance)
                .map(part -> ((MarkedPart.Frame) part).number())
                .toList();
        if (isOfCapture && frames.size() > 1) {
            chips.getChildren().add(button(text("lab.marks.all", frames.size()), () -> target.showFrames(frames)));
        } else if (parts.size() > MOST_CHIPS) {
            chips.getChildren().add(new Label(text("lab.evidence.more", parts.size() - MOST_CHIPS)));
        }
        return Optional.of(chips);
    }

    private Node chip(MarkedPart part, String standing) {
        String shown = switch (part) {
            case MarkedPart.Frame frame -> "#" + frame.number();
            case MarkedPart.Member member -> member.name();
            case MarkedPart.Range range -> LabTexts.range(range);
        };
        Optional<Runnable> leads = leads(part);
        if (leads.isEmpty()) {
            Label plain = new Label(shown);
            plain.getStyleClass().add("lab-part");
            return plain;
        }
        Button chip = button(shown, leads.get());
        chip.setAccessibleText(text("lab.marks.part", text("lab.marks." + standing + ".one"), shown));
        return chip;
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("lab-chip", "small");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Optional<Runnable> leads(MarkedPart part) {
        if (!isOfCapture) {
            return Optional.empty();
        }
        return switch (part) {
            case MarkedPart.Frame frame -> Optional.of(() -> target.showFrames(List.of(frame.number())));
            case MarkedPart.Range range -> Optional.of(() -> target.showRange(range));
            case MarkedPart.Member member -> filter(member.name()).map(filter -> () -> target.list(filter));
        };
    }

    /// The messages of a host or a user; choices have none.
    private Optional<String> filter(String name) {
        return switch (score.question().kind()) {
            case HOSTS -> Optional.of((name.contains(":") ? "ipv6.addr == " : "ip.addr == ") + name);
            case USERS ->
                    Optional.of("sip.from.user == %1$s || sip.to.user == %1$s".formatted(StringLiteral.quoted(name)));
            case VALUE, ONE_OF, SEVERAL_OF, TIME_RANGE, FRAMES, FILTER, THRESHOLD, SIGNATURE, TEXT -> Optional.empty();
        };
    }
}
