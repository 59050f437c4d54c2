# A computer inside moves the media of running calls to itself by re-INVITEs.
draw_place
open_office
add_handsets 9 1.8
third=$NET.$(drawn third 130 190)
add_attacker third "$third"
knows_handsets third
count=$(drawn count 2 5)
begin
ordinary_day 42
sed -i '/\tincoming /d' "$scratch/timetable"
at 11 attack A1 hijack:media_redirect third 5080 "A computer inside sends $count re-INVITEs with its own media address." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" "$PROXY" INVITE "$(one_of party callee caller)" "$third:5080" "$count" 32
within_calls_of_others A1
finish A1
expect_said A1 'SIP/2.0 200 OK'
