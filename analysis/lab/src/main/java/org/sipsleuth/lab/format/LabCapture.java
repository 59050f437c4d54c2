package org.sipsleuth.lab.format;

/// A capture of a lab, or call records (`.csv`).
///
/// @param file its name in the folder of the lab
/// @param sha256 hexadecimal, or empty where the lab does not state it
/// @param about what it is, in a few words
public record LabCapture(String file, String sha256, String about) {

    /// Whether it is a list of call records.
    public boolean isCallRecords() {
        return file.endsWith(".csv");
    }
}
