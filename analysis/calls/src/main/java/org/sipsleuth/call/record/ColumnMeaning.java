package org.sipsleuth.call.record;

import java.util.Arrays;
import java.util.List;

/// What a column of a table of call records says.
///
/// Names are those of common exchanges and billing systems, in several languages, as
/// [PlainWords] writes them. Those of one list could be of the same meaning; a list counts only
/// where no column has a name of those before it.
public enum ColumnMeaning {
    /// Who calls.
    CALLER(
            "caller",
            List.of(
                    names(
                            "caller from source src calling caller_number calling_number a_number",
                            "originator caller_id_number callingpartynumber src_user src_username"
                                    + " from_no",
                            "caller_id calling_party calling_party_number from_user from_number"
                                    + " ani",
                            "caller_user anrufer anrufernummer rufnummer_anrufer a_nummer"
                                    + " a_rufnummer von",
                            "quelle appelant numero_appelant origen llamante origem chiamante"
                                    + " chiamante_numero",
                            "beller van"),
                    names("clid from_uri from_dn anrufer_name"))),
    /// Who is called.
    CALLEE(
            "callee",
            List.of(
                    names(
                            "callee to destination dst called receiver_number called_number"
                                    + " b_number",
                            "receiver destination_number originalcalledpartynumber dst_user"
                                    + " dst_username",
                            "to_no called_party called_party_number to_user to_number dnis"
                                    + " callee_user",
                            "angerufener angerufene_nummer gerufener rufnummer_angerufener"
                                    + " b_nummer",
                            "b_rufnummer nach ziel zielrufnummer appele numero_appele destino"
                                    + " llamado",
                            "chiamato destinazione gebelde naar"),
                    names("dial_no finalcalledpartynumber dst_ouser dst_ousername to_uri to_dn"))),
    /// When the call begins.
    START(
            "start",
            List.of(
                    names(
                            "start start_time start_date begin calldate start_stamp"
                                    + " start_timestamp",
                            "datetimeorigination call_start_time time_start call_time beginn"
                                    + " startzeit",
                            "anrufbeginn gesprachsbeginn gespraechsbeginn datum/uhrzeit datum/zeit",
                            "datum_uhrzeit debut date_debut inicio fecha_hora inizio data_ora"
                                    + " starttijd"),
                    names("datetime timestamp time date zeitpunkt datum fecha data"))),
    /// How long they talk.
    DURATION(
            "duration",
            List.of(
                    names(
                            "talk_seconds billsec talk talking talk_time billable gesprachsdauer",
                            "gespraechsdauer gesprachszeit gespraechszeit sprechzeit"),
                    names(
                            "duration(seconds) duration_seconds call_duration_secs duration"
                                    + " measure",
                            "seconds call_duration dauer dauer_(s) dauer(s) dauer_in_sekunden"
                                    + " dauer_(sek)",
                            "duree duracion durata duur duracao"))),
    /// Whether it is answered: a word, a SIP status, a cause, or when.
    ANSWERED(
            "answered",
            List.of(
                    names("answered angenommen beantwortet"),
                    names(
                            "status disposition outcome result code sip_code call_status"
                                    + " callstatus",
                            "ergebnis anrufstatus statut estado esito stato resultado"),
                    names(
                            "answer answer_stamp answer_timestamp answer_time answered_at"
                                    + " time_answered",
                            "datetimeconnect connect_time connecttime annahmezeit"),
                    causes()));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<List<String>> names;

    ColumnMeaning(String word, List<List<String>> names) {
        this.word = word;
        this.names = names;
    }

    private static List<String> names(String... lines) {
        return Arrays.stream(lines).flatMap(line -> Arrays.stream(line.split(" "))).toList();
    }

    /// Columns that say why a call ended, as causes (ITU-T Q.850).
    private static List<String> causes() {
        return names("hangup_cause cause q850 q_850 release_cause destcause_value hangupcause");
    }

    /// The word for it, as options and messages name it.
    public String word() {
        return word;
    }

    /// Whether a table without such a column is of no use.
    public boolean isRequired() {
        return this == CALLER || this == CALLEE || this == START;
    }

    /// The names of columns that say it: those of the first list that says it are candidates.
    List<List<String>> names() {
        return names;
    }

    /// Whether the numbers of a column are causes.
    static boolean isCause(String name) {
        return causes().contains(PlainWords.of(name));
    }

    /// Whether a column holds the time of the answer, so that an empty cell means none.
    static boolean isAnswerTime(String name) {
        return ANSWERED.names.get(2).contains(PlainWords.of(name));
    }
}
