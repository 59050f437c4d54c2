# Somebody outside calls the extensions of an office, one every seven seconds, each with another
# caller's number, while the office telephones as ever. Some do not answer, some extensions do not
# exist.
EXTENSIONS=(1001 1002 1003 1004 1005 1006 1007 1008 1009 1010)
EXISTING='^10(0[1-9]|1[0-4])$'
open_office
add_attacker centre 198.51.100.180
start_office_capture
keep_alive 23
office_day 113 165
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
called=(1003 1009 1013 1001 1007 1010 1005 1014 1002 1008 1004 1006 1017 1009 1003 1010 1001 1005 1008 1007)
# SIPp makes its first call after seven seconds; phones ring for three.
second=12
for extension in "${called[@]}"; do
    echo "$extension;0555$((second % 10))44$((10 + second % 83));" >>"$scratch/called.csv"
    [ $((second % 4)) = 3 ] || [ "$extension" -gt 1010 ] || at "$((second + 10))" tell "$extension" accept
    second=$((second + 7))
done
at 12 attack A1 spit centre 5080 "One host calls thirteen extensions, one call every seven seconds, and plays eight seconds to whoever answers." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/spit.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.51.100.180 -mi 198.51.100.180 -p 5080 -key agent "PortSIP UC Client  Android - v6.3.3" -d 8000 -r 1 -rp 7000 -m 20 -l 20 192.0.2.1:5060
play
wait "${pid_of[A1]}" || true # whoever is called may hang up first
close_office
