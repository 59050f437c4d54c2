package org.sipsleuth.view.incident.overview;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.incident.part.UserWords;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.UtcTime;

/// Why calls and registrations failed or were disturbed: a row for each cause, which opens its
/// dialogs with Enter or a click. Up and Down walk from row to row.
public final class ProblemCard extends VBox {

    private static final int MOST_ROWS = 8;

    /// So many rows more are made at once.
    private static final int MADE_AT_ONCE = 25;

    /// More users are counted.
    private static final int MOST_USERS = 3;

    private static final double ICON_WIDTH = 20;
    private static final double COUNT_WIDTH = 46;

    /// Numbers of more digits than this fits take more width, in all rows.
    private static final long MOST_IN_COUNT_WIDTH = 9_999;

    private static final double MORE_DIGITS_WIDTH = 24;
    private static final double USERS_WIDTH = 144;
    private static final double LINK_WIDTH = 112;

    private final SipIndex index;
    private final List<Problem> problems;
    private final EvidenceLinks links;
    private final VBox rows = new VBox();

    /// @param problems at least one, in their order
    public ProblemCard(SipIndex index, List<Problem> problems, EvidenceLinks links) {
        this.index = index;
        this.problems = List.copyOf(problems);
        this.links = links;
        setId("problem-card");
        getStyleClass().add("problem-card");
        HBox head = new HBox(Tags.label(text("problem.card"), "card-title"),
                Tags.label(text("problem.causes", problems.size()), "muted"));
        head.getStyleClass().add("problem-head");
        getChildren().addAll(head, rows);
        add(0, MOST_ROWS);
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    /// Whether it shows these problems of this capture.
    public boolean shows(SipIndex capture, List<Problem> its) {
        return index.equals(capture) && problems.equals(its);
    }

    private void add(int from, int count) {
        int to = Math.min(problems.size(), from + count);
        problems.subList(from, to).forEach(problem -> rows.getChildren().add(row(problem)));
        if (to < problems.size()) {
            Button more = new Button(text("problem.more", problems.size() - to), new FontIcon("fth-chevron-down"));
            more.setId("more-problems");
            more.getStyleClass().addAll("small", "flat");
            HBox place = new HBox(more);
            place.getStyleClass().add("problem-rest");
            more.setOnAction(_ -> {
                rows.getChildren().remove(place);
                add(to, MADE_AT_ONCE);
                rows.getChildren().get(to).requestFocus();
            });
            rows.getChildren().add(place);
        }
    }

    private void walk(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        int place = event.getTarget() instanceof Node row ? rows.getChildren().indexOf(row) : -1;
        if (step == 0 || place < 0) {
            return;
        }
        int next = place + step;
        if (next >= 0 && next < rows.getChildren().size()) {
            Node node = rows.getChildren().get(next);
            (node instanceof HBox rest ? rest.getChildren().getFirst() : node).requestFocus();
        }
        event.consume(); // the page would scroll
    }

    private Node row(Problem problem) {
        GridPane row = new GridPane();
        row.getStyleClass().add("problem-row");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        boolean isWide = problems.stream().anyMatch(each -> each.calls() > MOST_IN_COUNT_WIDTH);
        double more = isWide ? MORE_DIGITS_WIDTH : 0;
        ColumnConstraints counts = width(COUNT_WIDTH + more);
        counts.setHalignment(HPos.RIGHT);
        ColumnConstraints ends = width(LINK_WIDTH + more);
        ends.setHalignment(HPos.RIGHT);
        row.getColumnConstraints().addAll(width(ICON_WIDTH), words, counts, width(USERS_WIDTH), ends);
        row.addRow(0, ProblemIcon.of(problem), words(problem), count(problem), users(problem), link(problem));
        row.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        row.setFocusTraversable(true);
        row.setAccessibleText(text("problem.accessible", IncidentTexts.visible(problem.sentence().text()),
                SeverityStyle.word(problem.severity())));
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                open(problem);
            }
        });
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && row.equals(event.getTarget())) {
                open(problem);
                event.consume();
            }
        });
        return row;
    }

    private void open(Problem problem) {
        if (!problem.dialogs().isEmpty()) {
            links.openProblem(index, problem);
        }
    }

    private static ColumnConstraints width(double width) {
        return new ColumnConstraints(width, width, width);
    }

    private static Node words(Problem problem) {
        VBox words = new VBox(Tags.wrapped(IncidentTexts.visible(problem.title().text()), "problem-title"),
                small(IncidentTexts.visible(problem.explanation().text())));
        if (!problem.advice().isEmpty()) {
            Label what = Tags.label(text("problem.advice"), "problem-what");
            what.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            Label advice = small(IncidentTexts.visible(problem.advice().text()));
            HBox.setHgrow(advice, Priority.ALWAYS);
            HBox line = new HBox(what, advice);
            line.getStyleClass().add("problem-advice");
            words.getChildren().add(line);
        }
        words.getStyleClass().add("problem-words");
        return words;
    }

    private static Label small(String words) {
        Label label = Tags.paragraph(words, "muted", "problem-small");
        label.setMinWidth(0);
        return label;
    }

    private static Node count(Problem problem) {
        boolean isOfCalls = problem.calls() > 0;
        Label number = Tags.label(isOfCalls ? text("problem.calls", problem.calls()) : "–", "problem-title");
        Label unit = Tags.label(text(isOfCalls ? "problem.calls.unit" : "problem.calls.none", problem.calls()), "muted",
                "problem-small");
        return column(number, unit, "problem-count");
    }

    private Node users(Problem problem) {
        String span = UtcTime.second(problem.fromNanos()).equals(UtcTime.second(problem.toNanos()))
                ? IncidentTexts.moment(index, problem.fromNanos())
                : IncidentTexts.span(index, problem.fromNanos(), problem.toNanos());
        return column(Tags.wrapped(affected(problem)), Tags.wrapped(span, "muted", "problem-small"), "problem-users");
    }

    /// Who called whom if it is one call, else who is affected.
    private String affected(Problem problem) {
        DialogTable dialogs = index.dialogs();
        if (problem.dialogs().size() == 1 && problem.calls() == 1) {
            int first = problem.dialogs().getFirst();
            return text("problem.call", UserWords.of(dialogs.caller(first)), UserWords.of(dialogs.callee(first)));
        }
        String named = UserWords.of(problem.users(), MOST_USERS);
        int rest = problem.users().size() - MOST_USERS;
        return rest > 0 ? named + " " + text("card.more", rest) : named;
    }

    private Node link(Problem problem) {
        if (problem.dialogs().isEmpty()) { // no message of them was captured whole
            return new Region();
        }
        boolean isOfCalls = problem.calls() == problem.dialogs().size();
        String words = text(isOfCalls ? "problem.show.calls" : "problem.show.dialogs", problem.dialogs().size());
        Hyperlink link = Tags.link(words, text("link.dialogs"), _ -> open(problem));
        link.setFocusTraversable(false); // Enter on the row does the same
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
    }

    private static VBox column(Node first, Node second, String style) {
        VBox column = new VBox(first, second);
        column.getStyleClass().add(style);
        return column;
    }
}
