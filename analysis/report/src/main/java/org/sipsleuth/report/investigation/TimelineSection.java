package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.page.Markup;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// When what was done: the stages of all incidents in the order of time.
final class TimelineSection {

    /// So many stages are drawn.
    private static final int DRAWN = 24;

    /// So many are listed.
    private static final int LISTED = 100;

    private final Investigation investigation;
    private final Sheet sheet;
    private final ReportText text;

    TimelineSection(Investigation investigation, Sheet sheet) {
        this.investigation = investigation;
        this.sheet = sheet;
        this.text = sheet.text();
    }

    /// A stage of an incident.
    private record Event(Incident incident, Stage stage) {

        Severity severity() {
            return incident.severity();
        }
    }

    void write() throws IOException {
        Markup page = sheet.page();
        List<Event> events = investigation.incidents()
                .stream()
                .flatMap(incident -> incident.stages().stream().map(stage -> new Event(incident, stage)))
                .sorted(Comparator.comparingLong(event -> event.stage().fromNanos()))
                .toList();
        page.begin("figure");
        page.picture(
                new TimelinePicture(investigation.index(), text, events.stream().limit(DRAWN).map(this::bar).toList())
                        .picture());
        page.element("figcaption", text.text("timeline.caption"));
        page.end();
        sheet.table(new Sheet.Column("column.from", 24), new Sheet.Column("column.duration", 13),
                new Sheet.Column("column.incident", 9), new Sheet.Column("column.stage", 40),
                new Sheet.Column("column.outcome", 14));
        for (Event event : events.stream().limit(LISTED).toList()) {
            row(event);
        }
        sheet.endTable();
        if (events.size() > LISTED) {
            sheet.remark(text.text("timeline.left", text.count(events.size() - LISTED, "stage")));
        }
    }

    private TimelinePicture.Bar bar(Event event) {
        return new TimelinePicture.Bar(event.incident().number() + "  " + text.in(event.stage().label()),
                event.stage().fromNanos(), event.stage().toNanos(), event.severity());
    }

    private void row(Event event) throws IOException {
        Markup page = sheet.page();
        Stage stage = event.stage();
        sheet.row(() -> {
            page.element("td", ReportText.moment(stage.fromNanos()));
            page.element("td", text.duration(stage.toNanos() - stage.fromNanos()));
            page.element("td", Integer.toString(event.incident().number()));
            sheet.cell(() -> {
                page.text(text.in(stage.label()));
                Sentence what = stage.what();
                if (!what.isEmpty()) {
                    page.text(": ");
                    sheet.title(what);
                }
            });
            page.element("td", text.outcome(stage.outcome()));
        });
    }
}
