# A stranger tells all users by NOTIFY through the server to restart or to fetch their configuration.
draw_place
open_office
number=$(drawn phones 6 13)
add_handsets "$number" 2
stranger=$(stranger stranger)
add_attacker stranger "$stranger"
event=$(one_of event 'check-sync;reboot=true' 'resync' 'check-sync;reboot=false')
{
    for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));$event;"; done
    for user in "${EXTENSIONS[@]:0:$(drawn others 0 2)}"; do echo "$user;$event;"; done
} | write_list "$scratch/events.csv"
sed "s#sip:\[field0\]@\[remote_ip\]:\[remote_port\]#sip:[field0]@$DOMAIN#; s#<sip:\[field0\]@\[remote_ip\]>#<sip:[field0]@$DOMAIN>#" \
    "$parts/sipp/notify.xml" >"$parts/sipp/told.xml"
sipp_list told "$scratch/events.csv" "$stranger" "$(drawn port 5060 5090)" "$(drawn rate 30 120)" -key from "asterisk@$stranger" -key agent "$(product stranger)"
begin
ordinary_day 42
at "$(drawn start 11 16)" attack A1 hijack:remote_control stranger 0 "A stranger sends NOTIFY ($event) to $(($(wc -l <"$scratch/events.csv") - 1)) users through the server." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
finish 'A1?'
