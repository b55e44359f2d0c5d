const rememberZone =
  'try{var z=Intl.DateTimeFormat().resolvedOptions().timeZone,c="zone="+encodeURIComponent(z);document.cookie.includes(c)||(document.cookie=c+";path=/;max-age=31536000;samesite=lax")}catch(e){}';

/** Tells the server the reader's zone from the next page on; without a script the call's zone stands first. */
export function ZoneScript({ nonce }: { nonce?: string }) {
  return (
    <script
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
      dangerouslySetInnerHTML={{ __html: rememberZone }}
    />
  );
}
