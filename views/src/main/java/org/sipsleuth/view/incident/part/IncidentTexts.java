package org.sipsleuth.view.incident.part;

import java.util.Locale;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.UtcTime;

/// The texts of the overview and the incident page, with what of an incident is shown as text.
public final class IncidentTexts {

    /// Longer values of a capture are cut off.
    private static final int LONGEST = 400;

    private IncidentTexts() {}

    /// Our longest sentences, with what they quote, are shorter.
    private static final int LONGEST_SENTENCE = 2000;

    /// The text `incident.key`.
    public static String text(String key, Object... arguments) {
        return Texts.text("incident." + key, arguments);
    }

    /// A text that may hold words of a capture, with everything in it visible.
    public static String visible(String captured) {
        return VisibleText.ofValue(captured, LONGEST);
    }

    /// A sentence of the analysis with what it quotes, with everything in it visible; only one that a
    /// hostile capture makes endless is cut.
    public static String wholeSentence(String sentence) {
        return VisibleText.ofValue(sentence, LONGEST_SENTENCE);
    }

    /// `Confidence 97 %`
    public static String confidence(double kind) {
        return text("confidence", Sentence.percent(kind, 0).text());
    }

    /// `Confidence 97 % (kind), 95 % (actor), 90 % (outcome)`
    public static String confidence(Confidence confidence) {
        return text("confidence", DocumentTexts.confidence(confidence).text());
    }

    /// `Succeeded`
    public static String outcome(Outcome outcome) {
        Sentence words = DocumentTexts.outcome(outcome);
        return outcome == Outcome.NOT_DETERMINED ? text("outcome.unknown", words.text())
                : new Sentence.Capital(words).text();
    }

    /// `11:11:09 – 11:13:23`, with its dates in a capture of several days: the second one only if
    /// it is another day.
    public static String span(SipIndex index, long fromNanos, long toNanos) {
        String to = UtcTime.sameDay(fromNanos, toNanos) ? UtcTime.second(toNanos) : moment(index, toNanos);
        return text("span", moment(index, fromNanos), to);
    }

    /// `11:11:09`, with its date in a capture of several days.
    public static String moment(SipIndex index, long nanos) {
        return UtcTime.spansDays(index) ? UtcTime.dateAndSecond(nanos) : UtcTime.second(nanos);
    }

    /// `1 incident of critical severity: toll fraud through account 1007`, `12 incidents, 2 of
    /// them of critical severity: …`
    ///
    /// @param gravest the first of them
    /// @param count how many there are
    /// @param alike how many of them are as severe as the first
    public static String headline(Incident gravest, int count, int alike) {
        String severity = SeverityStyle.word(gravest.severity()).toLowerCase(Locale.ENGLISH);
        String title = visible(lowerFirst(gravest.title().text()));
        return count == alike ? text("headline", count, severity, title)
                : text("headline.several", count, alike, severity, title);
    }

    /// Words that begin with a single capital letter begin with a small one within a sentence.
    private static String lowerFirst(String title) {
        boolean isWord =
                title.length() > 1 && Character.isUpperCase(title.charAt(0)) && Character.isLowerCase(title.charAt(1));
        return isWord ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title;
    }

    /// Who did it where nobody can be named: `212 forged addresses`.
    public static String unnamed(Actors actors) {
        return text(actors.areForged() ? "actors.forged" : "actors.many", actors.sources());
    }

    /// A range of a capture's time: `11:12:00.000 – 11:12:30.000`.
    public static String span(SipIndex index, TimeRange range) {
        return text("span", UtcTime.moment(index, range.fromNanos()), UtcTime.moment(index, range.toNanos()));
    }
}
