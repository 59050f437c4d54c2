# A complete call with sound: two baresip phones, RTP flows past the proxy.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
softphone 1001 phone1 1001
softphone 1002 phone2 1002
wait_until 10 grep -q '200 OK' "$scratch/1001.log"
wait_until 10 grep -q '200 OK' "$scratch/1002.log"
start_capture udp port 5060 or udp portrange 10000-10020
tell phone1 dial sip:1002@example.org
sleep 1.5
tell phone2 accept
sleep 4
tell phone1 hangup
stop_capture
tell phone1 quit
tell phone2 quit
wait_for 1001 1002
expect phone1 ">INVITE <100 <180 <200 >ACK >BYE <200"
