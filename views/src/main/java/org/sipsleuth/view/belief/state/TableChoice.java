package org.sipsleuth.view.belief.state;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.table.PaperTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where tables come from.
public enum TableChoice {
    /// Learned from labelled captures; they come with the program.
    LEARNED,
    /// Those of the paper, with rows that sum to one.
    PAPER,
    /// Those of the paper as it prints them.
    PRINTED,
    /// Those of a file of the user.
    OWN,
    /// Learned from the traffic of an open capture.
    CAPTURE;

    private static final Logger LOG = LoggerFactory.getLogger(TableChoice.class);

    /// Reads what comes with the program.
    static Map<TableChoice, BeliefTables> shipped() {
        Map<TableChoice, BeliefTables> all = new EnumMap<>(TableChoice.class);
        try {
            all.put(LEARNED, BeliefModel.open(new BeliefMethod().shipped()).tables());
        } catch (IOException unreadable) {
            LOG.warn("The learned tables cannot be read: those of the paper are used", unreadable);
        }
        all.put(PAPER, PaperTables.working());
        all.put(PRINTED, PaperTables.printed());
        return all;
    }
}
