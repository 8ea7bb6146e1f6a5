// A block of cells as Excel 2016 and later (zh-CN) puts it on the clipboard: the whole document with its styles, folded lines,
// unquoted attributes, conditional comments, a hidden row that holds up merged columns, non-breaking blanks of number formats.

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function cell(entry, r) {
  const { text, columns = 1, rows = 1, raw } = typeof entry === "string" ? { text: entry } : entry;
  const spans = `${columns > 1 ? `colspan=${columns} ` : ""}${rows > 1 ? `rowspan=${rows} ` : ""}`;
  const isNumber = /^-?[\d,]+(\.\d+)?%?$/.test(text);
  const number = raw === undefined ? "" : ` x:num="${raw}"`;
  const body =
    isNumber && text.includes(",")
      ? `<span style='mso-spacerun:yes'>&nbsp;</span>${text}<span\n  style='mso-spacerun:yes'>&nbsp;</span>`
      : escaped(text).replace(/\n/g, "<br>\n    ");
  const look = isNumber ? "class=xl66 align=right" : "class=xl65";
  return `  <td ${spans}${r === 0 ? "height=19 " : ""}${look} width=72 style='border-left:none;width:54pt'${number}>${
    text === "" ? "&nbsp;" : body
  }</td>`;
}

// `block`: rows of texts or of { text, columns, rows, raw }; covered places left out, as in HTML.
export function excelHtml(block) {
  const rows = block.map(
    (row, r) => ` <tr height=19 style='height:14.25pt'>\n${row.map((entry) => cell(entry, r)).join("\n")}\n </tr>`,
  );
  const width = Math.max(...block.map((row) => row.length));
  return `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
  {mso-displayed-decimal-separator:"\\.";
  mso-displayed-thousand-separator:"\\,";}
@page
  {margin:.75in .7in .75in .7in;}
td
  {padding-top:1px; mso-ignore:padding; color:black; font-size:11.0pt; font-family:等线;
  mso-number-format:General; vertical-align:middle; white-space:nowrap;}
.xl66
  {mso-number-format:"_ * \\#\\,\\#\\#0\\.00_ ";}
-->
</style>
</head>

<body link="#0563C1" vlink="#954F72">

<table border=0 cellpadding=0 cellspacing=0 width=${72 * width} style='border-collapse:
 collapse;width:${54 * width}pt'>
<!--StartFragment-->
 <col width=72 span=${width} style='width:54pt'>
${rows.join("\n")}
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=72 style='width:54pt'></td>
 </tr>
 <![endif]>
<!--EndFragment-->
</table>

</body>

</html>
`;
}
