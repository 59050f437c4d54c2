package org.sipsleuth.dialog.statistics;

/// A metric of RFC 6076, or one of ours beside it. Measured on the first hop of each attempt, as
/// RFC 6076 §4 asks for the originating user agent.
public enum Metric {
    /// §4.1: first REGISTER → its 2xx, challenges included (§5.3); successful registrations only.
    RRD("RRD", "4.1", Unit.TIME, "Registration request delay"),
    /// §4.2: registrations that failed (4xx other than 401, 402, 407; 5xx; 6xx; timer F) / all.
    IRA("IRA", "4.2", Unit.SHARE, "Ineffective registration attempts"),
    /// §4.3.1: first INVITE → first status other than 100, of calls that were answered.
    SRD_SUCCESSFUL("SRD", "4.3.1", Unit.TIME, "Session request delay, successful"),
    /// §4.3.2: first INVITE → first status other than 100, or the failure (not 401, 402, 407, 3xx),
    /// of calls that failed. Never mixed with the successful ones.
    SRD_FAILED("SRD", "4.3.2", Unit.TIME, "Session request delay, failed"),
    /// §4.4: BYE → its 2xx, also the one after a refusal.
    SDD_SUCCESSFUL("SDD", "4.4", Unit.TIME, "Session disconnect delay, successful"),
    /// §4.4: BYE → its refusal, or timer F where nothing came.
    SDD_FAILED("SDD", "4.4", Unit.TIME, "Session disconnect delay, failed"),
    /// §4.5.1: 2xx to INVITE → BYE that was answered with 2xx.
    SDT_SUCCESSFUL("SDT", "4.5.1", Unit.TIME, "Session duration, successful"),
    /// §4.5.2: 2xx to INVITE → timer F of a BYE without answer.
    SDT_FAILED("SDT", "4.5.2", Unit.TIME, "Session duration, failed"),
    /// §4.6: calls answered with 2xx / (all − those that ended by a 3xx).
    SER("SER", "4.6", Unit.SHARE, "Session establishment ratio"),
    /// §4.7: calls ended by 2xx, 480, 486, 600 or 603 / (all − those that ended by a 3xx).
    SEER("SEER", "4.7", Unit.SHARE, "Session establishment effectiveness ratio"),
    /// §4.8: calls ended by 408, 500, 503 or 504, or without any response / all.
    ISA("ISA", "4.8", Unit.SHARE, "Ineffective session attempts"),
    /// §4.9: calls answered with 2xx and ended by a BYE that was / all.
    SCR("SCR", "4.9", Unit.SHARE, "Session completion ratio"),
    /// Not of the RFC: first 180 → answer or refusal.
    RING_TIME("", "", Unit.TIME, "Ring time"),
    /// Not of the RFC: first INVITE → 2xx.
    ANSWER_TIME("", "", Unit.TIME, "Time to answer");

    /// What a metric is measured in.
    public enum Unit {
        /// A length of time; values in ns, written in seconds.
        TIME,
        /// A share of attempts, from 0 to 1; written in percent.
        SHARE
    }

    private final String acronym;
    private final String section;
    private final Unit unit;
    private final String title;

    Metric(String acronym, String section, Unit unit, String title) {
        this.acronym = acronym;
        this.section = section;
        this.unit = unit;
        this.title = title;
    }

    /// What RFC 6076 calls it for short, or empty.
    public String acronym() {
        return acronym;
    }

    /// The section of RFC 6076 that defines it, or empty.
    public String section() {
        return section;
    }

    public Unit unit() {
        return unit;
    }

    /// Its name in words.
    public String title() {
        return title;
    }
}
