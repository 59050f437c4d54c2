package org.sipsleuth.pipeline;

import java.util.List;

/// Whether a model was trained on traffic like that of one network: of the files that make one
/// [org.sipsleuth.dialog.coverage.Coverage]. Dialogs of incidents are left out, so that an attack
/// does not look like a misfit.
///
/// @param files the numbers of its files in the index
/// @param expected the share of dialogs that should be unknown, 0 to 1
/// @param dialogs how many dialogs outside incidents were compared
/// @param unknown how many of them are unknown
/// @param allDialogs how many dialogs it has, those of incidents too
/// @param allUnknown how many of these are unknown: so many have the mark if the model fits
public record NetworkFit(List<Integer> files, double expected, int dialogs, int unknown, int allDialogs,
        int allUnknown) {

    /// More standard deviations above what is expected are no chance.
    private static final double DEVIATIONS = 4;

    /// So many more than expected say nothing in a small capture.
    private static final int FEW = 3;

    /// A model that knows all dialogs but so few fits, however few it expected: a baseline without
    /// anything that occurs once expects none at all.
    private static final double ALWAYS_FITS = 0.05;

    /// Takes a copy.
    public NetworkFit {
        files = List.copyOf(files);
    }

    /// Whether so many unknown dialogs can be chance. If not, that a dialog is unknown means
    /// nothing.
    public boolean fits() {
        double mean = expected * dialogs;
        double deviation = Math.sqrt(mean * (1 - expected));
        return unknown <= Math.max(mean + DEVIATIONS * deviation + FEW, ALWAYS_FITS * dialogs);
    }
}
